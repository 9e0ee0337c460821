package fr.badgesiae.api.platform.db;

import fr.badgesiae.api.platform.StartRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks the login role of the service: its means to bypass row-level security, directly or by membership. */
public final class ServiceRole {
    /**
     * One row. Roles of which it is a member count too: it could switch to them with {@code SET ROLE}. Before PostgreSQL 16,
     * CREATEROLE gives membership in any role.
     */
    private static final String PRIVILEGES = """
            SELECT bool_or(r.rolsuper) AS superuser,
                   bool_or(r.rolbypassrls) AS bypassrls,
                   bool_or(r.rolcreaterole AND current_setting('server_version_num')::integer < 160000) AS createrole,
                   bool_or(r.rolname IN ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program'))
                       AS server_files,
                   bool_or(EXISTS (SELECT 1 FROM pg_catalog.pg_class c
                                   WHERE c.relnamespace = s.oid AND c.relowner = r.oid)
                       OR EXISTS (SELECT 1 FROM pg_catalog.pg_proc p
                                  WHERE p.pronamespace = s.oid AND p.proowner = r.oid)
                       OR r.oid IN (s.nspowner, d.datdba)) AS owner,
                   bool_and(COALESCE((SELECT has_table_privilege(h.oid, 'SELECT') FROM pg_catalog.pg_class h
                                      WHERE h.relnamespace = s.oid AND h.relname = 'flyway_schema_history'), true))
                       AS admitted
            FROM pg_catalog.pg_roles r
            JOIN pg_catalog.pg_namespace s ON s.nspname = 'public'
            JOIN pg_catalog.pg_database d ON d.datname = current_database()
            WHERE pg_has_role(session_user, r.oid, 'MEMBER')
            """;

    private ServiceRole() {}

    /** A means to bypass row-level security. */
    public enum WayOut {
        SUPERUSER("est superutilisateur", "is superuser"),
        BYPASSRLS("a l’attribut BYPASSRLS", "has BYPASSRLS"),
        CREATEROLE("a l’attribut CREATEROLE", "has CREATEROLE"),
        SERVER_FILES("lit ou écrit les fichiers du serveur", "reads or writes the server's files"),
        OWNER(
                "possède des tables ou la base, ou peut en prendre le rôle",
                "owns tables or the database, or may take the role that does");

        private final String french;
        private final String english;

        WayOut(String french, String english) {
            this.french = french;
            this.english = english;
        }

        public String english() {
            return english;
        }
    }

    /** The means of this connection's role; empty where row-level security binds it. */
    public static List<WayOut> waysOut(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(PRIVILEGES)) {
            row.next();
            return waysOut(row);
        }
    }

    private static List<WayOut> waysOut(ResultSet row) throws SQLException {
        List<WayOut> found = new ArrayList<>();
        for (WayOut way : WayOut.values()) {
            if (row.getBoolean(way.name())) {
                found.add(way);
            }
        }
        // A superuser has all other means too.
        return found.contains(WayOut.SUPERUSER) ? List.of(WayOut.SUPERUSER) : found;
    }

    /** @throws StartRefused when the role can bypass row-level security, or may not use the tables */
    static void require(DatabaseAddress address) {
        address.requireAnswer();
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(PRIVILEGES)) {
            row.next();
            List<WayOut> found = waysOut(row);
            if (!found.isEmpty()) {
                throw unbound(address.user(), found);
            }
            if (!row.getBoolean("admitted")) {
                throw notAdmitted(address.user());
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    "Les droits du rôle " + address.user() + " ne se lisent pas : " + e.getMessage(),
                    "The privileges of the role " + address.user() + " cannot be read: " + e.getMessage(),
                    e);
        }
    }

    private static StartRefused unbound(String role, List<WayOut> found) {
        return new StartRefused(
                "La séparation des organisations (row-level security) ne retient pas le rôle " + role
                        + " de DATABASE_URL : il " + list(found, way -> way.french)
                        + ". Mettez l’adresse de qui possède les tables dans DATABASE_OWNER_URL, et dans DATABASE_URL un rôle qui ne possède rien, par exemple : CREATE ROLE (ou ALTER ROLE) badges_app LOGIN PASSWORD '…'; Si votre hébergeur ne donne qu’un rôle, écrivez database.singleRole: true (BADGES_DATABASE_SINGLE_ROLE=true).",
                "Row-level security does not bind the role " + role + " of DATABASE_URL: it "
                        + list(found, way -> way.english)
                        + ". Put the address of the tables' owner into DATABASE_OWNER_URL, and into DATABASE_URL a role"
                        + " that owns nothing, for example: CREATE ROLE (or ALTER ROLE) badges_app LOGIN PASSWORD '…';"
                        + " If your host gives one role only, set database.singleRole: true (BADGES_DATABASE_SINGLE_ROLE=true).");
    }

    private static String list(List<WayOut> found, Function<WayOut, String> language) {
        return found.stream().map(language).collect(Collectors.joining(", "));
    }

    private static StartRefused notAdmitted(String role) {
        return new StartRefused(
                "Le rôle " + role
                        + " de DATABASE_URL n’a pas le droit de lire les tables. Lancez « db migrate », puis en superutilisateur, s’il ne s’appelle pas badges_app : GRANT badges_app TO \""
                        + role + "\";",
                "The role " + role
                        + " of DATABASE_URL may not read the tables. Run the command “db migrate”, then as superuser, unless"
                        + " it is badges_app itself: GRANT badges_app TO \"" + role + "\";");
    }
}
