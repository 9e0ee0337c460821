package fr.badgesiae.api.commands;

import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.db.DatabaseAddress;
import fr.badgesiae.api.platform.db.Migrations;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.PrintStream;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code db migrate} and {@code db info}: migrations of an external database, before the service starts. */
public final class DatabaseCommand extends ConfiguredCommand<BadgesConfiguration> {
    public DatabaseCommand() {
        super("db", "shows or runs the migrations of the database that is configured");
    }

    @Override
    public void configure(Subparser subparser) {
        subparser.addArgument("action").choices("migrate", "info").help("what to do");
        super.configure(subparser);
    }

    @Override
    protected void run(
            Bootstrap<BadgesConfiguration> bootstrap, Namespace namespace, BadgesConfiguration configuration) {
        PrintStream console = StartupConsole.console();
        boolean migrates = namespace.getString("action").equals("migrate");
        Migrations migrations = migrations(configuration.database(), migrates);
        if (migrates) {
            int run = migrations.migrate();
            console.println("Changements faits à la base / changes made to the database: " + run);
            if (!configuration.database().singleRole()) {
                console.println("Droits du rôle badges_app, donnés à chaque fois / privileges of the role badges_app,"
                        + " granted each time");
            }
        } else {
            migrations.describe().forEach(console::println);
            console.println("Changements à faire / changes to make: "
                    + migrations.pending().size());
        }
    }

    /** Only the owner may migrate; the service's role is enough for {@code info}. */
    private static Migrations migrations(BadgesConfiguration.DatabaseSection database, boolean migrates) {
        if (database.url().isBlank() && database.ownerUrl().isBlank()) {
            throw new StartRefused(
                    "Donnez DATABASE_URL : la base intégrée se met à jour toute seule.",
                    "Set DATABASE_URL: the built-in database migrates by itself.");
        }
        if (database.singleRole()) {
            Storage.requireNoOwner(database);
            return Migrations.ofSingleRole(service(database));
        }
        return new Migrations(migrates || !database.ownerUrl().isBlank() ? Storage.owner(database) : service(database));
    }

    private static DatabaseAddress service(BadgesConfiguration.DatabaseSection database) {
        return DatabaseAddress.parse(database.url(), database.user(), database.password());
    }

    @Override
    public void onError(Cli cli, Namespace namespace, Throwable error) {
        if (!CommandErrors.print(cli, error)) {
            super.onError(cli, namespace, error);
        }
    }
}
