package fr.badgesiae.api.holder.joining;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.platform.db.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Compares what joining moves with the schema: a new table of a space has its place in {@code tables_of_space()}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TablesOfSpaceTest {
    /** Records of erased spaces: a space that was erased is not joined. */
    private static final Set<String> NOT_OF_A_LIVING_SPACE = Set.of("erasure");

    private TestDatabase database;

    @BeforeAll
    void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    void close() {
        database.close();
    }

    private List<String> names(String sql) {
        return database.owner()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Test
    void everyTableThatRefersToAHolderMovesOrEnds() {
        Set<String> referring = new TreeSet<>(names("""
                SELECT DISTINCT c.conrelid::regclass::text FROM pg_constraint c
                WHERE c.contype = 'f' AND c.confrelid = 'holder'::regclass AND c.conrelid <> 'holder'::regclass
                UNION
                SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'holder_id'
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT a.attisdropped
                """));
        assertThat(referring).contains("credential", "share_link", "worker");
        Set<String> handled = new TreeSet<>(names("SELECT name FROM tables_of_space()"));
        handled.addAll(NOT_OF_A_LIVING_SPACE);
        assertThat(handled).isEqualTo(referring);
    }

    @Test
    void everyTableOfASpaceNamesItsHolderAlike() {
        assertThat(names("""
                SELECT c.conrelid::regclass || '.' || a.attname FROM pg_constraint c
                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
                WHERE c.contype = 'f' AND c.confrelid = 'holder'::regclass AND a.attname NOT IN ('holder_id', 'joined_into')
                """)).isEmpty();
    }

    /** What is sealed with the id of its holder does not open for another: it is sealed again, or ends. */
    @Test
    void whatIsSealedIsSealedAgainOrEnds() {
        assertThat(names("""
                SELECT c.table_name || '.' || c.column_name FROM information_schema.columns c
                JOIN tables_of_space() t ON t.name = c.table_name
                WHERE c.column_name LIKE '%\\_sealed' ORDER BY 1
                """))
                .containsExactly(
                        // by the id of the slip
                        "access_reopening.code_sealed",
                        "access_reopening.pin_sealed",
                        // ends
                        "holder_access.code_sealed",
                        "openid_offer.codes_sealed",
                        // sealed again: JoinedSpacesTest
                        "share_link.code_sealed");
    }

    /** Otherwise nothing could move: each row would be looked at before the others have moved. */
    @Test
    void whatRefersToARowWithItsHolderWaitsUntilAllHaveMoved() {
        assertThat(names("""
                SELECT c.conname FROM pg_constraint c
                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND a.attname = 'holder_id'
                WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND array_length(c.conkey, 1) > 1
                  AND NOT c.condeferrable
                """)).isEmpty();
    }
}
