package fr.badgesiae.api.commands;

import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.demonstration.DemoSeedMarker;
import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.db.DatabaseAddress;
import fr.badgesiae.api.platform.db.DatabaseLogins;
import fr.badgesiae.api.platform.db.EmbeddedDatabase;
import fr.badgesiae.api.platform.db.Migrations;
import io.dropwizard.lifecycle.Managed;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The database of a command.
 *
 * @param builtIn empty for an external database
 * @param migrates whether pending migrations run; otherwise they are refused
 */
public record Storage(Optional<BuiltIn> builtIn, DatabaseLogins logins, boolean migrates)
        implements Managed, AutoCloseable {
    /** The built-in database and the folder that holds it. */
    public record BuiltIn(DataFolder folder, EmbeddedDatabase database) {}

    /** Always the built-in one. Data of an interrupted first start are dropped. */
    public static Storage demonstration(BadgesConfiguration configuration, Ids ids, StartupConsole console) {
        if (!configuration.database().url().isBlank()) {
            throw new StartRefused(
                    "Une démonstration apporte sa propre base. Enlevez DATABASE_URL, ou démarrez avec : server",
                    "A demonstration brings its own database. Unset DATABASE_URL, or start with: server");
        }
        DataFolder folder = DataFolder.open(Path.of(configuration.dataFolder()));
        boolean interrupted = DemoSeedMarker.begin(folder);
        Storage storage = builtIn(folder, ids, console);
        if (interrupted) {
            storage.builtIn().ifPresent(own -> own.database().startOver());
        }
        return storage;
    }

    /** The external database, or the built-in one when configured explicitly. */
    public static Storage production(BadgesConfiguration configuration, Ids ids, StartupConsole console) {
        Optional<DatabaseLogins> external = external(configuration);
        return external.isPresent()
                ? new Storage(
                        Optional.empty(),
                        external.get(),
                        configuration.database().migrate())
                : builtIn(DataFolder.open(Path.of(configuration.dataFolder())), ids, console);
    }

    /**
     * The logins of an external database; empty for the built-in one.
     *
     * @throws StartRefused when neither is configured
     */
    static Optional<DatabaseLogins> external(BadgesConfiguration configuration) {
        BadgesConfiguration.DatabaseSection database = configuration.database();
        if (!database.url().isBlank()) {
            return Optional.of(logins(database));
        }
        if (!database.embedded()) {
            throw new StartRefused(
                    "Aucune base n’est configurée. Donnez dans DATABASE_URL un PostgreSQL 15 ou plus récent, ou écrivez database.embedded: true (BADGES_DATABASE_EMBEDDED=true) pour une installation sur une seule machine.",
                    "No database is configured. Set DATABASE_URL to a PostgreSQL 15 or newer, or set"
                            + " database.embedded: true (BADGES_DATABASE_EMBEDDED=true) for an installation on one machine.");
        }
        return Optional.empty();
    }

    /** The database with the role that owns its tables, while a service runs on it or not. */
    static Storage owned(BadgesConfiguration configuration, Ids ids, StartupConsole console) {
        BadgesConfiguration.DatabaseSection database = configuration.database();
        Optional<DatabaseLogins> external = external(configuration);
        if (external.isPresent()) {
            DatabaseLogins given = external.get();
            return new Storage(
                    Optional.empty(),
                    given.owner().isPresent()
                            ? given
                            : new DatabaseLogins(Optional.of(owner(database)), given.service(), false),
                    false);
        }
        Path folder = Path.of(configuration.dataFolder());
        return DataFolder.isServed(folder)
                ? new Storage(Optional.empty(), EmbeddedDatabase.running(folder), false)
                : builtIn(DataFolder.open(folder), ids, console);
    }

    /** A built-in database of its own in a folder, to rehearse a restore. */
    static Storage rehearsal(Path folder, Ids ids) {
        return builtIn(DataFolder.open(folder), ids, new StartupConsole(false));
    }

    private static DatabaseLogins logins(BadgesConfiguration.DatabaseSection database) {
        DatabaseAddress service = DatabaseAddress.parse(database.url(), database.user(), database.password());
        if (database.singleRole()) {
            requireNoOwner(database);
            return DatabaseLogins.single(service);
        }
        return new DatabaseLogins(database.migrate() ? Optional.of(owner(database)) : Optional.empty(), service, false);
    }

    /** @throws StartRefused when an owner is configured together with a single role */
    static void requireNoOwner(BadgesConfiguration.DatabaseSection database) {
        if (!database.ownerUrl().isBlank()) {
            throw new StartRefused(
                    "database.singleRole: true (BADGES_DATABASE_SINGLE_ROLE) et DATABASE_OWNER_URL se contredisent. Avec deux rôles, enlevez le premier ; avec un seul, donnez-le dans DATABASE_URL.",
                    "database.singleRole: true (BADGES_DATABASE_SINGLE_ROLE) and DATABASE_OWNER_URL contradict each other."
                            + " With two roles, unset the former; with one, name it in DATABASE_URL.");
        }
    }

    /**
     * The role that migrates.
     *
     * @throws StartRefused when none is configured
     */
    static DatabaseAddress owner(BadgesConfiguration.DatabaseSection database) {
        if (database.ownerUrl().isBlank()) {
            throw new StartRefused(
                    "Donnez dans DATABASE_OWNER_URL le rôle qui possède les tables : lui seul les met à jour, et le service tourne avec celui de DATABASE_URL, qui ne possède rien. Si votre hébergeur ne donne qu’un rôle, écrivez database.singleRole: true (BADGES_DATABASE_SINGLE_ROLE=true).",
                    "Set DATABASE_OWNER_URL to the role that owns the tables: it alone migrates them, and the service runs"
                            + " as the role of DATABASE_URL, which owns nothing. If your host gives one role only, set"
                            + " database.singleRole: true (BADGES_DATABASE_SINGLE_ROLE=true).");
        }
        return DatabaseAddress.parse(
                "DATABASE_OWNER", database.ownerUrl(), database.ownerUser(), database.ownerPassword());
    }

    private static Storage builtIn(DataFolder folder, Ids ids, StartupConsole console) {
        console.say("Démarrage de la base de données…", "Starting the database…");
        EmbeddedDatabase embedded = EmbeddedDatabase.start(folder, ids);
        return new Storage(Optional.of(new BuiltIn(folder, embedded)), embedded.logins(), true);
    }

    /** Migrates the schema or requires it to be current. Requires a role bound by row-level security. */
    public void migrate(StartupConsole console) {
        Migrations migrations = logins.migrations();
        if (migrates) {
            console.say("Préparation des tables…", "Preparing the tables…");
            migrations.migrate();
            logins.requireBound();
        } else {
            logins.requireBound();
            migrations.requireNonePending();
        }
    }

    /** Records the address in the folder, for the message to a second instance. */
    public void servedAt(URI address) {
        builtIn.ifPresent(own -> own.folder().servedAt(address));
    }

    @Override
    public void stop() {
        close();
    }

    @Override
    public void close() {
        builtIn.ifPresent(own -> {
            own.database().close();
            own.folder().close();
        });
    }
}
