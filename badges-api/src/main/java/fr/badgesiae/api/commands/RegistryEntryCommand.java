package fr.badgesiae.api.commands;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.issuer.registry.RegistryEntry;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.StartRefused;
import java.util.List;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/** {@code registry-entry}: prints, as JSON alone, what a registry that wallets read needs to list our issuers. */
public final class RegistryEntryCommand extends InstallationCommand {
    public RegistryEntryCommand() {
        super("registry-entry", "prints the entries of issuers for a registry that wallets read", false);
    }

    @Override
    public void configure(Subparser subparser) {
        super.configure(subparser);
        subparser
                .addArgument("--organisation")
                .help("its id, the last part of its public address /issuers/…; without it, every organisation");
    }

    @Override
    Act act(Namespace namespace) {
        Optional<OrganisationId> one = organisation(namespace.getString("organisation"));
        return assembly -> StartupConsole.console().println(entries(assembly, one));
    }

    private static String entries(Assembly assembly, Optional<OrganisationId> one) {
        List<RegistryEntry> found = assembly.features().issuer().entries().apply(one);
        if (one.isPresent() && found.isEmpty()) {
            throw new StartRefused(
                    "Aucune structure sous cet identifiant, ou elle est fermée.",
                    "No organisation under this id, or it is closed.");
        }
        return RegistryEntry.json(found);
    }

    private static Optional<OrganisationId> organisation(@Nullable String text) {
        return Optional.ofNullable(text).map(OrganisationArgument::parse);
    }
}
