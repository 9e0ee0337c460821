package fr.badgesiae.api.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.sqlobject.customizer.SqlStatementCustomizer;
import org.jdbi.v3.sqlobject.customizer.SqlStatementCustomizerFactory;
import org.jdbi.v3.sqlobject.customizer.SqlStatementCustomizingAnnotation;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LazyDaosTest {
    private static final TestDatabase POSTGRES = TestDatabase.fresh();

    /** What was read and prepared of {@link NumbersDao}, in order. */
    private static final List<String> DONE = new ArrayList<>();

    @AfterAll
    static void stop() {
        POSTGRES.close();
    }

    @BeforeEach
    void forget() {
        DONE.clear();
    }

    /** Notes when the annotations of a method are read and when it is prepared. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @SqlStatementCustomizingAnnotation(NotingFactory.class)
    @interface Noted {}

    public static final class NotingFactory implements SqlStatementCustomizerFactory {
        @Override
        public SqlStatementCustomizer createForMethod(Annotation annotation, Class<?> type, Method method) {
            DONE.add("read " + method.getName());
            return new SqlStatementCustomizer() {
                @Override
                public void apply(SqlStatement<?> statement) {}

                @Override
                public void warm(ConfigRegistry configuration) {
                    DONE.add("prepared " + method.getName());
                }
            };
        }
    }

    interface NumbersDao {
        @Noted
        @SqlQuery("SELECT 1")
        int one();

        @Noted
        @SqlQuery("SELECT 2")
        int two();

        @SqlQuery("SELECT :number")
        int same(int number);
    }

    @Test
    void aMethodIsPreparedWhenItIsCalledAndOnceForADao() {
        POSTGRES.database().look(handle -> {
            NumbersDao numbers = handle.attach(NumbersDao.class);
            assertThat(DONE).containsExactlyInAnyOrder("read one", "read two");
            assertThat(numbers.two() + numbers.two()).isEqualTo(4);
            return assertThat(DONE).containsExactlyInAnyOrder("read one", "read two", "prepared two");
        });
    }

    @Test
    void annotationsAreReadOnceForAllHandles() {
        Database database = POSTGRES.database();
        int first = database.look(handle -> handle.attach(NumbersDao.class).one());
        int again = database.look(handle -> handle.attach(NumbersDao.class).one());
        assertThat(first).isEqualTo(again);
        assertThat(DONE).filteredOn(done -> done.startsWith("read")).containsExactlyInAnyOrder("read one", "read two");
    }

    @Test
    void aMethodThatWasPreparedTakesOtherArguments() {
        POSTGRES.database().look(handle -> {
            NumbersDao numbers = handle.attach(NumbersDao.class);
            assertThat(numbers.same(3)).isEqualTo(3);
            return assertThat(numbers.same(5)).isEqualTo(5);
        });
    }

    @Test
    void aDaoCanBePrintedAndCompared() {
        POSTGRES.database().look(handle -> {
            NumbersDao numbers = handle.attach(NumbersDao.class);
            assertThat(new HashSet<>(List.of(numbers, handle.attach(NumbersDao.class))))
                    .hasSize(2)
                    .contains(numbers);
            return assertThat(numbers.toString()).contains("NumbersDao");
        });
    }
}
