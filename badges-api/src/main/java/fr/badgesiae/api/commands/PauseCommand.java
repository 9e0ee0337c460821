package fr.badgesiae.api.commands;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.organisation.pause.PauseReason;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.StartRefused;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code pause}: the operator suspends the membership of an organisation at once, without its network. It is recorded. */
public final class PauseCommand extends InstallationCommand {
    private static final int LONGEST = 500;

    public PauseCommand() {
        super("pause", "suspends an organisation at once, without its network; recorded", true);
    }

    @Override
    public void configure(Subparser subparser) {
        super.configure(subparser);
        subparser
                .addArgument("--organisation")
                .required(true)
                .help("its id, the last part of its public address /issuers/…");
        subparser
                .addArgument("--reason")
                .type(Arguments.caseInsensitiveEnumType(PauseReason.class))
                .required(true)
                .help("why, for the organisation and its network to read");
        subparser.addArgument("--note").setDefault("").help("what has to change, in words; name nobody");
    }

    @Override
    Act act(Namespace namespace) {
        OrganisationId organisation = OrganisationArgument.parse(namespace.getString("organisation"));
        String note = namespace.getString("note").strip();
        if (note.length() > LONGEST) {
            throw new StartRefused("La note compte plus de 500 caractères.", "The note has more than 500 characters.");
        }
        PauseReason reason = namespace.get("reason");
        return assembly -> pause(assembly, organisation, reason, note);
    }

    private static void pause(Assembly assembly, OrganisationId organisation, PauseReason reason, String note) {
        if (!assembly.features().organisation().pauseAtOnce().apply(organisation, reason, note)) {
            throw new StartRefused(
                    "Aucun rattachement en cours sous cet identifiant, ou il est déjà en pause.",
                    "No membership in force under this id, or it is suspended already.");
        }
        StartupConsole.console().println("C’est fait et noté. Le réseau termine la pause sur la page de la structure.");
        StartupConsole.console().println("Done and recorded. The network ends it on the page of the organisation.");
    }
}
