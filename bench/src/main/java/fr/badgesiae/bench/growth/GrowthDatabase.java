package fr.badgesiae.bench.growth;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A database of generated rows on a scratch server on loopback: created, migrated by the shipped jar, filled, analysed. */
final class GrowthDatabase {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final String PASSWORD = "only-on-a-scratch-server";
    private static final int AWARDS_OF_AN_ORGANISATION = 500;
    private static final int AWARDS_OF_A_PERSON = 10;

    private final URI server;
    private final String name;
    private final int awards;

    /**
     * @param server {@code postgres://superuser:password@127.0.0.1:port/postgres}
     * @throws IllegalArgumentException for a server that is not on this machine
     */
    GrowthDatabase(URI server, int awards) {
        if (!LOOPBACK.contains(server.getHost())) {
            throw new IllegalArgumentException("the growth bench fills scratch servers on loopback only");
        }
        this.server = server;
        this.awards = awards;
        this.name = "growth_" + awards;
    }

    int organisations() {
        return Math.max(1, awards / AWARDS_OF_AN_ORGANISATION);
    }

    /** Creates the database anew; drops that of an earlier run. */
    void fill(Path jar, Path config) throws SQLException, IOException, InterruptedException {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            role(statement, "growth_owner");
            role(statement, "badges_app");
            statement.execute("CREATE DATABASE " + name + " OWNER growth_owner TEMPLATE template0 ENCODING 'UTF8'");
        }
        migrate(jar, config);
        try (Connection connection = superuser(name);
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("SET synchronous_commit = off");
            statement.execute(script());
            statement.execute("VACUUM ANALYZE");
        }
    }

    private static void role(Statement statement, String role) throws SQLException {
        statement.execute("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + role
                + "') THEN CREATE ROLE " + role + "; END IF; END $$");
        statement.execute("ALTER ROLE " + role + " LOGIN PASSWORD '" + PASSWORD + "'");
    }

    private void migrate(Path jar, Path config) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "db",
                "migrate",
                config.toString());
        builder.environment().put("DATABASE_URL", url("badges_app"));
        builder.environment().put("DATABASE_OWNER_URL", url("growth_owner"));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(new File(System.getProperty("java.io.tmpdir"), name + "-migrate.log"))
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("db migrate failed: see " + name + "-migrate.log in the folder for temporary files");
        }
    }

    private String url(String role) {
        return "postgres://" + role + ":" + PASSWORD + "@" + server.getHost() + ":" + server.getPort() + "/" + name;
    }

    private String script() throws IOException {
        try (InputStream stream = GrowthDatabase.class.getResourceAsStream("/growth/rows.sql")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(":organisations", Integer.toString(organisations()))
                    .replace(":people", Integer.toString(Math.max(10, awards / AWARDS_OF_A_PERSON)))
                    .replace(":awards", Integer.toString(awards));
        }
    }

    Connection superuser() throws SQLException {
        return superuser(name);
    }

    private Connection superuser(String database) throws SQLException {
        String[] login = server.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + server.getHost() + ":" + server.getPort() + "/" + database,
                login[0],
                login.length > 1 ? login[1] : "");
    }

    /** Connects with the service's role, under row-level security. */
    Connection service() throws SQLException {
        Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://" + server.getHost() + ":" + server.getPort() + "/" + name, "badges_app", PASSWORD);
        connection.setAutoCommit(false);
        return connection;
    }
}
