package fr.badgesiae.api.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.StartRefused;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The built-in PostgreSQL of a single-machine installation, in a folder with spaces in its name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedDatabaseTest {
    private static final Ids IDS = Ids.secure();

    private Path parent;
    private DataFolder folder;
    private EmbeddedDatabase database;

    @BeforeAll
    void start(@TempDir Path fresh) {
        parent = fresh;
        folder = DataFolder.open(parent.resolve("Mes données à moi"));
        database = EmbeddedDatabase.start(folder, IDS);
    }

    @AfterAll
    void stop() {
        database.close();
        folder.close();
    }

    /** One value, read with the service's own role. */
    private static String one(DatabaseAddress address, String sql) {
        return Jdbi.create(address.url(), address.user(), address.password().value())
                .withHandle(handle -> handle.select(sql).mapTo(String.class).one());
    }

    private void restart() {
        folder.close();
        folder = DataFolder.open(folder.path());
        database = EmbeddedDatabase.start(folder, IDS);
    }

    private ProcessHandle postmaster() throws IOException {
        String first =
                Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(first)).orElseThrow();
    }

    private int port() {
        return URI.create(database.owner().url().substring("jdbc:".length())).getPort();
    }

    @Test
    void aCommitIsOnTheDiskWhenItIsAnswered() {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(one(database.owner(), "SHOW " + setting)).as(setting).isEqualTo("on");
        }
    }

    @Test
    void onlyThisMachineReachesIt() throws IOException {
        assertThat(one(database.owner(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(one(database.superuser(), "SHOW unix_socket_directories")).isEmpty();
        for (InetAddress address : ownAddresses()) {
            try (Socket socket = new Socket()) {
                assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, port()), 2_000))
                        .as(address.toString())
                        .isInstanceOf(ConnectException.class);
            }
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    private static List<InetAddress> ownAddresses() throws IOException {
        return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }

    @Test
    void nobodyComesInWithoutThePassword() {
        for (DatabaseAddress address : List.of(database.service(), database.owner(), database.superuser())) {
            assertThatThrownBy(() -> DriverManager.getConnection(address.url(), address.user(), "a guess"))
                    .isInstanceOf(SQLException.class)
                    .extracting(refused -> ((SQLException) refused).getSQLState())
                    .isEqualTo("28P01");
        }
        assertThat(one(database.superuser(), "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
        assertThat(one(database.superuser(), """
                        SELECT count(*) FROM pg_authid
                        WHERE rolcanlogin AND rolpassword NOT LIKE 'SCRAM-SHA-256$%'
                        """)).isEqualTo("0");
    }

    @Test
    void theServicesRoleIsNoSuperuser() {
        for (DatabaseAddress address : List.of(database.service(), database.owner())) {
            assertThat(one(address, "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void otherUsersOfTheMachineReadNothing() throws IOException {
        folder.secret("a-secret", () -> "drawn");
        for (String closed : List.of("", "postgresql")) {
            assertThat(permissions(closed)).as(closed).isEqualTo("rwx------");
        }
        Set<String> passwords = new HashSet<>();
        for (String file : List.of("database-password", "database-owner-password", "database-service-password")) {
            assertThat(permissions(file)).as(file).isEqualTo("rw-------");
            String password = Files.readString(folder.resolve(file)).strip();
            assertThat(password).hasSizeGreaterThan(40);
            assertThat(Files.readString(folder.resolve("postgresql.log"))).doesNotContain(password);
            passwords.add(password);
        }
        assertThat(passwords).hasSize(3);
        assertThat(permissions("a-secret")).isEqualTo("rw-------");
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    @Test
    void stoppedAndStartedAgainItStillHasEverything() {
        String table = keep("stopped");
        database.close();
        restart();

        assertThat(one(database.owner(), "SELECT word FROM " + table)).isEqualTo("kept");
    }

    @Test
    void whatAKilledServiceLeftRunningIsStoppedByTheNextStart() throws Exception {
        String table = keep("killed");
        ProcessHandle orphan = postmaster();
        assertThat(orphan.parent().map(ProcessHandle::pid))
                .as("the postmaster outlives whoever started it")
                .isNotEqualTo(Optional.of(ProcessHandle.current().pid()));

        restart();

        orphan.onExit().get(10, TimeUnit.SECONDS);
        assertThat(postmaster().pid()).isNotEqualTo(orphan.pid());
        assertThat(one(database.owner(), "SELECT word FROM " + table)).isEqualTo("kept");
    }

    /** Between the two, a process is a server without a pid file. */
    @Test
    void aServerWhoseProcessEndsAfterItsPidFileIsWaitedFor() throws Exception {
        database.close();
        Path cluster = folder.resolve("postgresql");
        // a build in the background ignores SIGINT, and bash traps no signal that its parent ignores
        Process slow = new ProcessBuilder(
                        "env",
                        "--default-signal=INT",
                        "bash",
                        "-c",
                        "trap 'rm postmaster.pid; sleep 2; exit' INT; echo ready; while :; do sleep 0.1; done",
                        "postgres")
                .directory(cluster.toFile())
                .start();
        try {
            // before its trap is set, a signal is ignored or ends it
            assertThat(slow.inputReader().readLine()).isEqualTo("ready");
            Files.writeString(cluster.resolve("postmaster.pid"), slow.pid() + "\n");

            restart();

            assertThat(slow.isAlive()).isFalse();
            assertThat(one(database.owner(), "SELECT 1")).isEqualTo("1");
        } finally {
            slow.destroyForcibly();
        }
    }

    @Test
    void aKilledPostmasterLosesNothing() throws Exception {
        String table = keep("postmaster_killed");
        ProcessHandle killed = postmaster();
        killed.destroyForcibly();
        killed.onExit().get(10, TimeUnit.SECONDS);

        restart();

        assertThat(one(database.owner(), "SELECT word FROM " + table)).isEqualTo("kept");
    }

    @Test
    void theNumberOfAnotherProcessInTheFileStopsNobody() throws Exception {
        database.close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(folder.resolve("postgresql/postmaster.pid"), stranger.pid() + "\n");
            restart();
            assertThat(stranger.isAlive()).isTrue();
            assertThat(one(database.owner(), "SELECT 'yes'")).isEqualTo("yes");
        } finally {
            stranger.destroyForcibly();
        }
    }

    /** The state before two roles: the owner had CREATEROLE and the superuser's password, and the service's role no login. */
    @Test
    void aFolderOfAnEarlierVersionGetsItsSecondLoginAndKeepsItsData() throws IOException {
        Path earlier = parent.resolve("earlier");
        try (DataFolder data = DataFolder.open(earlier)) {
            try (EmbeddedDatabase before = EmbeddedDatabase.start(data, IDS)) {
                new Migrations(before.owner()).migrate();
                String password = before.superuser().password().value();
                run(before.superuser(), "ALTER ROLE badges CREATEROLE PASSWORD '" + password + "'");
                run(before.superuser(), "ALTER ROLE badges_app NOLOGIN PASSWORD NULL");
                run(before.superuser(), "GRANT badges_app TO badges WITH ADMIN OPTION");
            }
            Files.delete(earlier.resolve("database-owner-password"));
            Files.delete(earlier.resolve("database-service-password"));

            try (EmbeddedDatabase after = EmbeddedDatabase.start(data, IDS)) {
                assertThat(new Migrations(after.owner()).migrate()).isZero();
                after.logins().requireBound();
                assertThat(one(after.service(), "SELECT count(*) FROM organisation"))
                        .isEqualTo("0");
                assertThat(after.owner().password())
                        .isNotEqualTo(after.superuser().password());
            }
        }
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedInWords() {
        assertThatThrownBy(() -> DataFolder.open(folder.path()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("already running on the data folder " + folder.path())
                .hasMessageContaining("BADGES_DATA");
        assertThat(one(database.owner(), "SELECT 'yes'")).isEqualTo("yes");
    }

    @Test
    void aFolderOfAnotherMajorVersionIsRefusedAndLeftAlone() throws IOException {
        Path other = Files.createDirectories(parent.resolve("other/postgresql"));
        Files.writeString(other.resolve("PG_VERSION"), "14\n");
        try (DataFolder old = DataFolder.open(other.getParent())) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(old, IDS))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("written by PostgreSQL 14");
        }
        assertThat(other.resolve("PG_VERSION")).hasContent("14");
    }

    private String keep(String table) {
        run(database.owner(), "CREATE TABLE " + table + " (word text)");
        run(database.owner(), "INSERT INTO " + table + " VALUES ('kept')");
        return table;
    }

    private static void run(DatabaseAddress address, String sql) {
        Jdbi.create(address.url(), address.user(), address.password().value()).useHandle(handle -> handle.execute(sql));
    }
}
