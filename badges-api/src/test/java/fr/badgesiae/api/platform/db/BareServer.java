package fr.badgesiae.api.platform.db;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A separate PostgreSQL as {@code initdb} leaves it: a superuser, and none of our roles. */
public final class BareServer implements AutoCloseable {
    private final PostgresServer server;
    private final Path folder;
    private final DatabaseAddress superuser;

    private BareServer(PostgresServer server, Path folder, DatabaseAddress superuser) {
        this.server = server;
        this.folder = folder;
        this.superuser = superuser;
    }

    public static BareServer start() throws IOException {
        Path folder = Files.createTempDirectory(TestDatabase.binaries(), "bare");
        PostgresServer server = new PostgresServer(PostgresBinaries.unpack(TestDatabase.binaries()), folder);
        String password = Ids.secure().token();
        int port = server.start(password, EmbeddedDatabase.Durability.LOST);
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        return new BareServer(server, folder, new DatabaseAddress(url, "postgres", new Secret<>(password)));
    }

    public DatabaseAddress superuser() {
        return superuser;
    }

    /** Runs statements as superuser, each in its own transaction, as psql does. */
    public void run(String... statements) throws SQLException {
        runOn(superuser, statements);
    }

    public static void runOn(DatabaseAddress address, String... statements) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.stop();
        Folders.delete(folder);
    }
}
