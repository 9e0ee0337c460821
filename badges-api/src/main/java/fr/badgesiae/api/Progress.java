package fr.badgesiae.api;

import fr.badgesiae.api.platform.DataFolder;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;

/** Tells whoever starts a demonstration what is going on, and at the end where to go. A real service says nothing here. */
final class Progress {
    static final List<String> LOGINS = List.of("reseau", "direction", "conseil", "direction2", "conseil2");

    private final boolean speaks;
    private final PrintStream console = System.out;

    Progress(boolean speaks) {
        this.speaks = speaks;
    }

    void say(String french, String english) {
        if (speaks) {
            console.println("  " + french + "  (" + english + ")");
        }
    }

    /** The address, the accounts, and what to try. */
    void ready(URI address, DataFolder folder) {
        console.println();
        console.println("  Badges IAE – DEMONSTRATION");
        console.println("  " + address);
        console.println();
        console.println("  Comptes / accounts");
        for (String login : LOGINS) {
            console.printf("    %-12s %s%n", login, Demonstration.password(folder, login));
        }
        console.println();
        console.println("  1. " + address + "/signin  –  conseil");
        console.println("  2. Remettre un badge / Award a badge  →  billet / slip");
        console.println("  3. " + address + "/claim  –  le code et le code secret du billet / the slip's code and PIN");
        console.println("  4. " + address + "/me  →  lien de partage / share link  →  QR");
        console.println("  5. Scannez le QR / scan the QR");
        console.println();
        console.println("  Ctrl+C pour arrêter / to stop. Les données restent dans / data stay in " + folder.path());
        console.flush();
    }
}
