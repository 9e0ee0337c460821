package fr.badgesiae.api.platform.db;

import fr.badgesiae.api.platform.StartRefused;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** The schema's changes, one SQL file each, applied in order and never undone. */
public final class Migrations {
    private final DatabaseAddress address;
    private final Flyway flyway;

    public Migrations(DatabaseAddress address) {
        this.address = address;
        this.flyway = Flyway.configure()
                .dataSource(address.url(), address.user(), address.password().value())
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load();
    }

    /** The names of those not applied yet. */
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

    /**
     * Applies those not applied yet.
     *
     * @return how many
     */
    public int migrate() {
        address.requireAnswer();
        try {
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw refused("ne se met pas à jour", "cannot be migrated", e);
        }
    }

    /** Refuses to serve on a schema that is not ours; what is applied must also be what we carry. */
    public void requireNonePending() {
        List<String> pending = pending();
        if (!pending.isEmpty()) {
            throw new StartRefused(
                    "Il manque " + pending.size() + " changement(s) à la base : " + String.join(", ", pending)
                            + ". Lancez « db migrate » après une sauvegarde, ou écrivez database.migrate: true.",
                    "The database lacks " + pending.size() + " change(s): " + String.join(", ", pending)
                            + ". Run the command “db migrate” after a backup, or set database.migrate: true.");
        }
        try {
            flyway.validate();
        } catch (FlywayException e) {
            throw refused("ne correspond pas à cette version", "does not match this version", e);
        }
    }

    private static StartRefused refused(String french, String english, FlywayException e) {
        return new StartRefused(
                "La base " + french + " : " + e.getMessage(), "The database " + english + ": " + e.getMessage(), e);
    }
}
