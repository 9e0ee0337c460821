package fr.badgesiae.api.commands;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.account.member.InviteNetworkAdmin;
import fr.badgesiae.api.platform.StartRefused;
import java.io.PrintStream;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code create-admin}: prints a single-use link by which the first network administrator sets a password. */
public final class CreateAdminCommand extends InstallationCommand {
    public CreateAdminCommand() {
        super("create-admin", "prints a link (1 h, single use) for the first network administrator", true);
    }

    @Override
    public void configure(Subparser subparser) {
        super.configure(subparser);
        subparser
                .addArgument("--network")
                .setDefault("Réseau")
                .help("the name of the network, where there is none yet");
        subparser
                .addArgument("--recover")
                .action(Arguments.storeTrue())
                .help("make a link although an administrator exists");
    }

    @Override
    Act act(Namespace namespace) {
        String network = namespace.getString("network");
        boolean recover = Boolean.TRUE.equals(namespace.getBoolean("recover"));
        return assembly -> print(link(assembly, network, recover));
    }

    private static void print(String link) {
        PrintStream console = StartupConsole.console();
        console.println("Pour choisir le mot de passe de qui administre le réseau, ouvrez ce lien dans l’heure.");
        console.println("Il ne sert qu’une fois, et un lien plus ancien ne marche plus.");
        console.println();
        console.println("To choose the network administrator’s password, open this link within the hour.");
        console.println("It works once, and an older link no longer works.");
        console.println();
        console.println(link);
    }

    private static String link(Assembly assembly, String network, boolean recover) {
        return assembly.features()
                .account()
                .firstAdmin()
                .apply(network, recover)
                .fold(new InviteNetworkAdmin.Cases<>() {
                    @Override
                    public String invited(String address) {
                        return address;
                    }

                    @Override
                    public String adminExists() {
                        throw new StartRefused(
                                "Le réseau a déjà quelqu’un qui l’administre. Ajoutez --recover pour faire quand même un lien ; c’est noté.",
                                "A network administrator exists. Add --recover to make a link all"
                                        + " the same; it is recorded.");
                    }
                });
    }
}
