package fr.badgesiae.api.platform.db;

import fr.badgesiae.api.platform.Ids;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Login roles with one attribute or membership too many, dropped at the end of their test. */
final class OverprivilegedRoles implements AutoCloseable {
    private final TestDatabase database;
    private final List<String> created = new ArrayList<>();

    OverprivilegedRoles(TestDatabase database) {
        this.database = database;
    }

    /**
     * Creates one.
     *
     * @param attribute as in {@code CREATE ROLE}; {@code {owner}} is the database's owner, {@code through} a role with
     *     BYPASSRLS
     */
    DatabaseAddress create(String attribute) throws SQLException {
        String through = name();
        BareServer.runOn(TestDatabase.superuser(), "CREATE ROLE " + through + " BYPASSRLS");
        String role = name();
        String password = Ids.secure().token();
        BareServer.runOn(
                TestDatabase.superuser(),
                "CREATE ROLE " + role + " LOGIN PASSWORD '" + password + "' "
                        + attribute
                                .replace("{owner}", database.address().user())
                                .replace("through", through));
        return database.address().as(role, password);
    }

    private String name() {
        String name = "borrowed_" + ProcessHandle.current().pid() + "_" + created.size();
        created.add(name);
        return name;
    }

    @Override
    public void close() throws SQLException {
        for (String role : created) {
            BareServer.runOn(TestDatabase.superuser(), "DROP ROLE IF EXISTS " + role);
        }
    }
}
