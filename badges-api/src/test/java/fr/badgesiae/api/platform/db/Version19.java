package fr.badgesiae.api.platform.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.flywaydb.core.Flyway;

/** A database at version 19 of the schema, with the demonstration and about ten thousand rows. */
final class Version19 {
    private Version19() {}

    static DatabaseAddress open() {
        DatabaseAddress address = TestDatabase.empty();
        upTo(address, "019");
        try (Connection connection = DriverManager.getConnection(
                        address.url(), address.user(), address.password().value());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(text("v019-demonstration.sql"));
            statement.execute(text("v019-rows.sql"));
            connection.commit();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the rows of version 19", e);
        }
        return address;
    }

    /** Migrates up to a version and stops there. */
    static void upTo(DatabaseAddress address, String version) {
        Flyway.configure()
                .dataSource(address.url(), address.user(), address.password().value())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static String text(String name) throws IOException {
        try (InputStream file = Version19.class.getResourceAsStream("/db/fixture/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
