package fr.badgesiae.api.platform.db;

import fr.badgesiae.api.platform.StartRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** The privileges of {@code badges_app}, granted by the owner. Idempotent. */
final class ServiceGrants {
    /** SQLSTATE of a table, function, column or other object that a later migration dropped. */
    private static final Set<String> GONE = Set.of("42P01", "42883", "42703", "42704");

    private ServiceGrants() {}

    /**
     * Creates the role if missing, before migrations name it.
     *
     * @throws StartRefused when the owner may not create it
     */
    static void requireRole(DatabaseAddress owner) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(
                    "SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = '" + RoleStatements.ROLE + "'")) {
                if (rows.next()) {
                    return;
                }
            }
            statement.execute("CREATE ROLE " + RoleStatements.ROLE + " NOLOGIN");
        } catch (SQLException e) {
            if (!"42501".equals(e.getSQLState())) {
                throw e;
            }
            throw new StartRefused(
                    "Le rôle badges_app manque, et " + owner.user()
                            + " n’a pas le droit de le créer. En superutilisateur : CREATE ROLE badges_app LOGIN PASSWORD '…'; Si votre hébergeur ne donne qu’un rôle, écrivez database.singleRole: true (BADGES_DATABASE_SINGLE_ROLE=true).",
                    "The role badges_app is missing, and " + owner.user()
                            + " may not create it. As superuser: CREATE ROLE badges_app LOGIN PASSWORD '…'; If your host"
                            + " gives one role only, set database.singleRole: true (BADGES_DATABASE_SINGLE_ROLE=true).",
                    e);
        }
    }

    /**
     * Runs the grants of the scripts: a database that had a single role lacks them.
     *
     * @param scripts the applied migrations, in order
     */
    static void apply(DatabaseAddress owner, List<String> scripts) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Two nodes at the same time would update the same rows of the catalogue.
            statement.execute("SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('badges_app grants'))");
            for (String script : scripts) {
                for (String grant : RoleStatements.grants(script)) {
                    applyUnlessGone(statement, grant);
                }
            }
            // The service reads which migrations are applied.
            statement.execute("GRANT SELECT ON flyway_schema_history TO " + RoleStatements.ROLE);
            connection.commit();
        }
    }

    private static void applyUnlessGone(Statement statement, String grant) throws SQLException {
        statement.execute("SAVEPOINT one_grant");
        try {
            statement.execute(grant);
            statement.execute("RELEASE SAVEPOINT one_grant");
        } catch (SQLException e) {
            if (!GONE.contains(e.getSQLState())) {
                throw e;
            }
            statement.execute("ROLLBACK TO SAVEPOINT one_grant");
        }
    }
}
