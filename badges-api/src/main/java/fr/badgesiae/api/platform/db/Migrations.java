package fr.badgesiae.api.platform.db;

import fr.badgesiae.api.platform.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Schema migrations, one SQL file each, applied in order and never undone. */
public final class Migrations {
    private static final String FOLDER = "db/migration";

    /** SQLSTATE of a refused statement. */
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final DatabaseAddress address;
    private final Flyway flyway;
    private final boolean singleRole;

    /** @param address with the owner's role, or with the service's role to read the state only */
    public Migrations(DatabaseAddress address) {
        this(
                address,
                Flyway.configure()
                        .dataSource(
                                address.url(),
                                address.user(),
                                address.password().value()),
                false);
    }

    private Migrations(DatabaseAddress address, FluentConfiguration configuration, boolean singleRole) {
        this.address = address;
        this.singleRole = singleRole;
        this.flyway = configuration
                .locations("classpath:" + FOLDER)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load();
    }

    /** Leaves out {@code badges_app}: a host with a single role does not allow its creation. */
    public static Migrations ofSingleRole(DatabaseAddress address) {
        return new Migrations(address, Flyway.configure().dataSource(SingleRoleConnections.to(address)), true);
    }

    /** The file names of the migrations not applied yet. */
    public List<String> pending() {
        List<String> names = new ArrayList<>();
        for (MigrationInfo migration : info()) {
            if (migration.getState().isFailed() || !migration.getState().isApplied()) {
                names.add(migration.getScript());
            }
        }
        return names;
    }

    /** One line each: version, description, state. */
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        for (MigrationInfo migration : info()) {
            lines.add("V" + migration.getVersion() + "  " + migration.getDescription() + "  "
                    + migration.getState().getDisplayName());
        }
        return lines;
    }

    private MigrationInfo[] info() {
        address.requireAnswer();
        try {
            return flyway.info().all();
        } catch (FlywayException e) {
            throw refused("ne se lit pas", "cannot be read", e);
        }
    }

    /** The versions of our files, oldest first. */
    public List<String> versions() {
        List<String> versions = new ArrayList<>();
        for (MigrationInfo migration : info()) {
            versions.add(String.valueOf(migration.getVersion()));
        }
        return versions;
    }

    /** The same up to a version, such as {@code 173}: the schema of an older backup. */
    public Migrations upTo(String version) {
        return new Migrations(
                address,
                Flyway.configure().configuration(flyway.getConfiguration()).target(version),
                singleRole);
    }

    /**
     * Applies pending migrations and grants the service's role its privileges.
     *
     * @return the number of applied migrations
     */
    public int migrate() {
        address.requireAnswer();
        try {
            if (singleRole) {
                return flyway.migrate().migrationsExecuted;
            }
            ServiceGrants.requireRole(address);
            int executed = flyway.migrate().migrationsExecuted;
            ServiceGrants.apply(address, appliedScripts());
            return executed;
        } catch (FlywayException | SQLException e) {
            throw lacksPrivileges(e) ? notOwner(e) : refused("ne se met pas à jour", "cannot be migrated", e);
        }
    }

    private List<String> appliedScripts() {
        List<String> scripts = new ArrayList<>();
        for (MigrationInfo migration : flyway.info().applied()) {
            scripts.add(text(migration.getScript()));
        }
        return scripts;
    }

    private static String text(String script) {
        try (InputStream stream = Migrations.class.getResourceAsStream("/" + FOLDER + "/" + script)) {
            return new String(Objects.requireNonNull(stream, script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses to start while migrations are pending, or when applied ones differ from our files. */
    public void requireNonePending() {
        List<String> pending = pending();
        if (!pending.isEmpty()) {
            throw new StartRefused(
                    "Il manque des changements à la base : " + summary(pending, " à ")
                            + " ; « db info » les énumère. Lancez « db migrate » après une sauvegarde, ou écrivez database.migrate: true (BADGES_DATABASE_MIGRATE=true).",
                    "The database lacks changes: " + summary(pending, " to ")
                            + "; “db info” lists them. Run the command “db migrate” after a backup, or set"
                            + " database.migrate: true (BADGES_DATABASE_MIGRATE=true).");
        }
        try {
            flyway.validate();
        } catch (FlywayException e) {
            throw refused("ne correspond pas à cette version", "does not match this version", e);
        }
    }

    /** One name, or number, first and last: an empty database lacks all of them. */
    private static String summary(List<String> names, String to) {
        return names.size() == 1 ? names.get(0) : names.size() + ", " + names.get(0) + to + names.get(names.size() - 1);
    }

    /** Whether a statement of the migration was refused to the role; Flyway wraps the error of the driver. */
    private static boolean lacksPrivileges(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && INSUFFICIENT_PRIVILEGE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private StartRefused notOwner(Exception e) {
        return new StartRefused(
                "Le rôle " + address.user()
                        + " n’a pas le droit de créer des tables dans cette base. Donnez dans DATABASE_OWNER_URL le rôle qui la possède (CREATE DATABASE … OWNER), et dans DATABASE_URL celui du service.",
                "The role " + address.user()
                        + " may not create tables in this database. Set DATABASE_OWNER_URL to the role"
                        + " that owns it (CREATE DATABASE … OWNER), and DATABASE_URL to the role of the service.",
                e);
    }

    private static StartRefused refused(String french, String english, Exception e) {
        return new StartRefused(
                "La base " + french + " : " + e.getMessage(), "The database " + english + ": " + e.getMessage(), e);
    }
}
