package fr.badgesiae.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.codahale.metrics.MetricRegistry;
import fr.badgesiae.api.credential.sign.JudgeReleased;
import fr.badgesiae.api.demonstration.DemoSeedMarker;
import fr.badgesiae.api.demonstration.Demonstration;
import fr.badgesiae.api.home.Notices;
import fr.badgesiae.api.operations.backup.AgeEncryption;
import fr.badgesiae.api.operations.backup.BackupContents;
import fr.badgesiae.api.operations.backup.RestoreBackup;
import fr.badgesiae.api.operations.backup.WriteBackup;
import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.ConnectionPool;
import fr.badgesiae.api.platform.db.DatabaseAddress;
import fr.badgesiae.api.platform.db.DatabaseLogins;
import fr.badgesiae.api.platform.db.TestDatabase;
import fr.badgesiae.api.statuslist.RetireLists;
import fr.badgesiae.api.statuslist.StatusIndex;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backup and restore of the demonstration's data: badges in every state, pictures, erased people. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoreTest {
    private static final String RULES = """
            SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace
            UNION ALL
            SELECT 'trigger ' || tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text
            FROM pg_trigger WHERE NOT tgisinternal
            UNION ALL
            SELECT 'policy ' || tablename || ' ' || policyname || ' ' || coalesce(qual, '') FROM pg_policies
            ORDER BY 1
            """;

    private final AgeEncryption.NewKey key = AgeEncryption.newKey();
    private final List<String> identity = List.of("# kept elsewhere", key.identity());
    private TestServer server;
    private DataFolder demonstration;
    private Path backup;
    private DatabaseAddress restored;
    private DataSource pool;
    private Assembly assembly;

    @BeforeAll
    void restoreOnce(@TempDir Path folder) throws Exception {
        demonstration = DataFolder.open(folder.resolve("demonstration"));
        DemoSeedMarker.begin(demonstration);
        server = TestServer.prepared(
                seeded -> new Demonstration(seeded, demonstration, (french, english) -> {}).prepare());
        backup = Files.createTempFile("badges", ".age");
        write(server.database().address(), backup);
        restored = TestDatabase.empty();
        RestoreBackup.Restored done = restore(restored, backup);
        assertThat(done.rows()).isGreaterThan(1_000);
        pool = ConnectionPool.open(TestDatabase.asService(restored), 4, new MetricRegistry());
        assembly = new Assembly(
                server.platform().settings(),
                pool,
                server.platform().vault(),
                server.platform().ids(),
                server.platform().clock(),
                Notices.demonstration());
    }

    @AfterAll
    void close() throws Exception {
        pool.close(true);
        server.close();
        demonstration.close();
        Files.delete(backup);
    }

    private WriteBackup.Written write(DatabaseAddress owner, Path file) throws Exception {
        try (OutputStream target = Files.newOutputStream(file)) {
            return new WriteBackup(
                            server.platform().settings(), server.platform().vault(), "test")
                    .apply(owner, target, List.of(key.recipient()));
        }
    }

    private RestoreBackup.Restored restore(DatabaseAddress into, Path file) throws Exception {
        return restore(server.platform().settings(), server.platform().vault(), into, file, identity);
    }

    private static RestoreBackup.Restored restore(
            Settings settings, Vault vault, DatabaseAddress into, Path file, List<String> identity) throws Exception {
        DatabaseLogins logins = new DatabaseLogins(Optional.of(into), TestDatabase.asService(into), false);
        return new RestoreBackup(settings, vault).apply(logins, file, identity);
    }

    private static Jdbi of(DatabaseAddress address) {
        return Jdbi.create(address.url(), address.user(), address.password().value());
    }

    private static List<String> rules(DatabaseAddress address) {
        return of(address)
                .withHandle(handle -> handle.select(RULES).mapTo(String.class).list());
    }

    @Test
    void theRestoredDatabaseHasEveryRowAndEveryRule(@TempDir Path folder) throws Exception {
        DatabaseAddress copy = TestDatabase.empty();
        restore(copy, backup);
        Path again = folder.resolve("again.age");
        write(copy, again);

        assertThat(BackupContents.of(again, identity)).isEqualTo(BackupContents.of(backup, identity));
        assertThat(rules(copy)).isEqualTo(rules(server.database().address()));
    }

    @Test
    void everyBadgeIsJudgedByTheRestoredDatabaseAlone() throws Exception {
        List<String> faults = new ArrayList<>();
        JudgeReleased.Judged judged;
        try (Connection connection = restored.connect()) {
            judged = assembly.features().credential().judgeReleased().apply(connection, faults::add);
        }
        assertThat(faults).isEmpty();
        assertThat(judged.valid()).isPositive();
        assertThat(judged.withdrawn()).isPositive();
        assertThat(judged.faulty()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE credential_document SET document = replace(document, '\"Achievement', '\"achievement') WHERE credential_id = ?",
                "UPDATE credential_document SET jwt = overlay(jwt PLACING 'AAAA' FROM length(jwt) - 20) WHERE credential_id = ?",
                // revoked, and the world would take it for valid
                "UPDATE credential SET state = 'REVOKED', revoked_at = now(), public_reason = 'WRONG_CONTENT' WHERE id = ?"
            })
    void aBadgeThatWouldDeceiveIsNamed(String change) throws Exception {
        try (Connection connection = restored.connect()) {
            connection.setAutoCommit(false);
            String id = of(restored)
                    .withHandle(handle -> handle.select(
                                    "SELECT c.id::text FROM credential c JOIN credential_document d ON d.credential_id = c.id"
                                            + " WHERE c.state = 'ISSUED' AND d.document IS NOT NULL AND c.valid_until > now()"
                                            + " ORDER BY c.issued_at DESC LIMIT 1")
                            .mapTo(String.class)
                            .one());
            try (var update = connection.prepareStatement(change)) {
                update.setObject(1, UUID.fromString(id));
                assertThat(update.executeUpdate()).isOne();
            }
            List<String> faults = new ArrayList<>();
            JudgeReleased.Judged judged =
                    assembly.features().credential().judgeReleased().apply(connection, faults::add);
            connection.rollback();
            assertThat(judged.faulty()).isOne();
            assertThat(faults).singleElement().asString().startsWith(id);
        }
    }

    /** An index drawn after the copy stands in a badge that somebody has. */
    @Test
    void noIndexIsDrawnFromAListOfBefore() throws Exception {
        OrganisationId organisation = new OrganisationId(of(restored)
                .withHandle(handle -> handle.select("SELECT organisation_id FROM status_list LIMIT 1")
                        .mapTo(UUID.class)
                        .one()));
        List<UUID> before = of(restored)
                .withHandle(handle -> handle.select(
                                "SELECT id FROM status_list WHERE organisation_id = ?", organisation.value())
                        .mapTo(UUID.class)
                        .list());
        try (Connection connection = restored.connect()) {
            assertThat(new RetireLists().apply(connection)).isPositive();
            assertThat(new RetireLists().apply(connection)).isZero();
        }
        StatusIndex next = assembly.platform()
                .database()
                .inOrganisation(
                        organisation,
                        handle -> assembly.features().statusList().statusLists().allocate(handle, organisation));
        assertThat(before).isNotEmpty().doesNotContain(next.list());
    }

    @Test
    void onlyWhoHasTheKeyReadsIt() throws Exception {
        byte[] file = Files.readAllBytes(backup);
        assertThat(new String(file, 0, 40, StandardCharsets.ISO_8859_1))
                .startsWith("age-encryption.org/v1\n-> X25519 ");
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("backup.json", "Imaginaire");
        DatabaseAddress empty = TestDatabase.empty();
        assertThatThrownBy(() -> restore(
                        server.platform().settings(),
                        server.platform().vault(),
                        empty,
                        backup,
                        List.of(AgeEncryption.newKey().identity())))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("n’ouvre pas cette sauvegarde");
        assertThatThrownBy(() -> restore(
                        server.platform().settings(), server.platform().vault(), empty, backup, List.of("a line")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("AGE-SECRET-KEY-1");
        assertThat(tables(empty)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.999})
    void aCutOrChangedFileLeavesTheDatabaseEmpty(double part, @TempDir Path folder) throws Exception {
        byte[] file = Files.readAllBytes(backup);
        int place = (int) (file.length * part);
        Path cut = Files.write(folder.resolve("cut.age"), Arrays.copyOf(file, place));
        file[place] ^= 1;
        Path changed = Files.write(folder.resolve("changed.age"), file);
        DatabaseAddress empty = TestDatabase.empty();
        for (Path damaged : List.of(cut, changed)) {
            assertThatThrownBy(() -> restore(empty, damaged))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("abîmée");
        }
        assertThat(tables(empty)).isZero();
    }

    @Test
    void whatWouldNotWorkIsRefusedBeforeAnythingIsWritten() throws Exception {
        Settings settings = server.platform().settings();
        Vault vault = server.platform().vault();
        DatabaseAddress empty = TestDatabase.empty();
        Vault other = new Vault(
                Map.of(1, new byte[32]), new byte[32], server.platform().ids());
        assertThatThrownBy(() -> restore(settings, other, empty, backup, identity))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("BADGES_MASTER_KEY");
        assertThatThrownBy(() -> restore(
                        new Settings(URI.create("https://elsewhere.example"), true), vault, empty, backup, identity))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("BADGES_PUBLIC_URL");
        assertThat(tables(empty)).isZero();
        assertThatThrownBy(() -> restore(restored, backup))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("n’est pas vide");
    }

    /** Row-level security would leave out rows without a word. */
    @Test
    void aRoleThatReadsAPartOfTheRowsMakesNoBackup(@TempDir Path folder) {
        assertThatThrownBy(() -> write(server.database().service(), folder.resolve("part.age")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DATABASE_OWNER_URL");
    }

    private static int tables(DatabaseAddress address) {
        return of(address)
                .withHandle(handle -> handle.select(
                                "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'")
                        .mapTo(Integer.class)
                        .one());
    }
}
