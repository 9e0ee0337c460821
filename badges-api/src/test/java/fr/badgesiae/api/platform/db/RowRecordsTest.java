package fr.badgesiae.api.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.RegisterColumnMapperFactory;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

public class RowRecordsTest {
    private static final TestDatabase POSTGRES = TestDatabase.fresh();
    private static final AtomicInteger MATCHED = new AtomicInteger();

    @AfterAll
    static void stop() {
        POSTGRES.close();
    }

    public record Colour(String name) {}

    public record Tool(int weight, Colour colour, @Nullable String note) {}

    public record Shelf(int number, @Nested Tool tool) {}

    /** Counts how often a component of this type is matched with a column. */
    public static final class ColourFactory implements ColumnMapperFactory {
        @Override
        public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry configuration) {
            if (type != Colour.class) {
                return Optional.empty();
            }
            MATCHED.incrementAndGet();
            return Optional.of((ColumnMapper<Colour>) (row, column, context) -> new Colour(row.getString(column)));
        }
    }

    @RegisterColumnMapperFactory(ColourFactory.class)
    @RegisterConstructorMapper(Tool.class)
    @RegisterConstructorMapper(Shelf.class)
    public interface ToolDao {
        @SqlQuery("SELECT 3 AS weight, 'red' AS colour, 'new' AS note")
        Optional<Tool> whole();

        @SqlQuery("SELECT 'blue' AS colour, 4 AS weight")
        Tool turned();

        @SqlQuery("SELECT 'lent' AS note, 'green' AS colour, n AS weight FROM generate_series(1, 2) n")
        List<Tool> several();

        @SqlQuery("SELECT 7 AS number, 8 AS weight, 'grey' AS colour")
        Shelf shelf();

        @SqlQuery("SELECT 9 AS weight")
        Tool colourless();

        @SqlQuery("SELECT 5")
        int number();
    }

    private static <T> T ask(Function<ToolDao, T> query) {
        return POSTGRES.database().look(handle -> query.apply(handle.attach(ToolDao.class)));
    }

    @Test
    void componentsAreMatchedOnceForTheSameColumns() {
        Database database = POSTGRES.database();
        MATCHED.set(0);
        for (int i = 0; i < 3; i++) {
            Optional<Tool> whole =
                    database.look(handle -> handle.attach(ToolDao.class).whole());
            assertThat(whole).contains(new Tool(3, new Colour("red"), "new"));
        }
        assertThat(MATCHED).hasValue(1);
    }

    @Test
    void otherColumnsOfTheSameRecordAreMatchedByTheirLabels() {
        Optional<Tool> whole = ask(ToolDao::whole);
        assertThat(whole).contains(new Tool(3, new Colour("red"), "new"));
        Tool turned = ask(ToolDao::turned);
        assertThat(turned).isEqualTo(new Tool(4, new Colour("blue"), null));
        List<Tool> several = ask(ToolDao::several);
        assertThat(several)
                .containsExactly(new Tool(1, new Colour("green"), "lent"), new Tool(2, new Colour("green"), "lent"));
    }

    @Test
    void aRecordWithinARecordAndASingleValueAreMapped() {
        Shelf shelf = ask(ToolDao::shelf);
        assertThat(shelf).isEqualTo(new Shelf(7, new Tool(8, new Colour("grey"), null)));
        int number = ask(ToolDao::number);
        assertThat(number).isEqualTo(5);
    }

    @Test
    void aColumnThatIsMissingIsRefusedEachTime() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> ask(ToolDao::colourless)).hasMessageContaining("colour");
        }
    }
}
