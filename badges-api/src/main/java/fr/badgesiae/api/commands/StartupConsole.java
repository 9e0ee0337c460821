package fr.badgesiae.api.commands;

import fr.badgesiae.api.demonstration.Demonstration;
import fr.badgesiae.api.demonstration.Handout;
import fr.badgesiae.api.platform.DataFolder;
import fr.badgesiae.api.platform.db.DatabaseAway;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Console output at start: progress and first steps of a demonstration, the addresses of a real service. */
public final class StartupConsole {
    /** Accounts with their role and organisation, in French and in English. */
    private static final Map<String, String> WHO = who();

    static final Set<String> LOGINS = WHO.keySet();

    /** First steps, with the labels of the French pages. */
    static final List<String> STEPS_FR = List.of(
            "Ouvrez l’adresse, « Équipe d’une structure : se connecter », connectez-vous comme conseil.",
            "« Proposer un badge » : choisissez Inès Imaginaire, qui n’a pas de carte, et un badge, écrivez une phrase,"
                    + " « Voir ce qui sera signé », « Proposer ce badge ».",
            "« Imprimer le ticket », ou « Pas d’imprimante : afficher en grand » : un QR code, son numéro, un code secret.",
            "Dans une fenêtre privée, ouvrez l’adresse suivie de /claim : écrivez le numéro du ticket, puis le code secret."
                    + " Un téléphone scanne le QR code (--lan) : il ne reste que le code secret.",
            "« Continuer », « Continuer », « J’accepte » ; choisissez un code secret, « Garder ce code secret »,"
                    + " « C’est fait, j’ai gardé ma carte », « Oui, j’ai ma carte ».",
            "Ouvrez le badge, écrivez pour qui, « Créer le lien » : un QR code et son adresse.",
            "Scannez-le ou ouvrez l’adresse : « Authentique ». C’est ce que voit un employeur.",
            "Au bureau, « Badges remis » : ouvrez le badge, « Retirer ce badge », donnez une raison, confirmez,"
                    + " puis rechargez la page de l’employeur : « Retiré ».");

    /** First steps, with the labels of the English pages; repeated in README. */
    static final List<String> STEPS_EN = List.of(
            "Open the address, “Team members: sign in”, sign in as conseil.",
            "“Offer a badge”: choose Inès Imaginaire, who has no card yet, and a badge, write a sentence, “See what will be signed”,"
                    + " “Offer this badge”.",
            "“Print the slip”, or “No printer: show it large”: a QR code, its number, and a PIN.",
            "In a private window, open the address followed by /claim: write the slip’s number, then the PIN."
                    + " A phone scans the QR code (--lan): only the PIN is left to write.",
            "“Continue”, “Continue”, “I accept”; choose a PIN of your own, “Keep this PIN”, “Done, I kept my card”,"
                    + " “Yes, I have my card”.",
            "Open the badge, write for whom, “Create the link”: a QR code and its address.",
            "Scan it or open the address: “Authentic”. That is what an employer sees.",
            "At the desk, “Awarded badges”: open the badge, “Revoke this badge”, give a reason, confirm, then reload"
                    + " the employer’s page: “Revoked”.");

    private final boolean enabled;
    private final PrintStream console = console();

    /**
     * @param enabled whether progress is printed
     */
    public StartupConsole(boolean enabled) {
        this.enabled = enabled;
    }

    /** Standard output in UTF-8 in every locale: terminals under locale C display it too. */
    static PrintStream console() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    /** Printed once a real service accepts requests. */
    public static void serving(URI published, URI pages, URI admin) {
        PrintStream console = console();
        console.println("Badges IAE répond pour " + published + " sur " + pages + " ; santé et mesures : " + admin);
        console.println("Badges IAE answers for " + published + " at " + pages + "; health and metrics: " + admin);
    }

    /** Printed when a real service starts without its database. */
    public static void waiting(DatabaseAway reason) {
        PrintStream console = console();
        console.println(reason.getMessage());
        console.println("Le service démarre quand même et répond 503 jusqu’à ce qu’elle réponde.");
        console.println("The service starts all the same, and answers 503 until it does.");
    }

    public void say(String french, String english) {
        if (enabled) {
            console.println("  " + french + "  (" + english + ")");
        }
    }

    /** Prints the address, the accounts, what a newcomer is handed, and the first steps. */
    public void ready(URI address, DataFolder folder) {
        console.println();
        console.println("  Badges IAE – DEMONSTRATION");
        console.println("  " + address);
        console.println();
        console.println("  Comptes / accounts");
        WHO.forEach((login, who) ->
                console.printf("    %-11s %s   %s%n", login, Demonstration.password(folder, login), who));
        Handout.kept(folder).ifPresent(handout -> handout(address, handout));
        steps("À essayer", STEPS_FR);
        steps("What to try", STEPS_EN);
        console.println();
        console.println("  Ctrl+C pour arrêter / to stop. Les données restent dans / data stay in " + folder.path());
        console.flush();
    }

    private void handout(URI address, Handout handout) {
        console.println();
        console.println("  Ce que voit un employeur / what an employer sees");
        console.println("    " + address + "/v/" + handout.link().grouped());
        console.println("  Une carte de personne / a person’s card: " + handout.holder());
        console.println(
                "    " + address + "/me/open/" + handout.card().grouped() + "   code secret / PIN " + handout.pin());
    }

    private void steps(String title, List<String> steps) {
        console.println();
        console.println("  " + title);
        for (int i = 0; i < steps.size(); i++) {
            console.println("  " + (i + 1) + ". " + steps.get(i));
        }
    }

    private static Map<String, String> who() {
        Map<String, String> who = new LinkedHashMap<>();
        who.put("reseau", "réseau / network: Réseau Exemple");
        who.put("reseau2", "réseau, seconde personne / network, a second person: Réseau Exemple");
        who.put("direction", "direction / management: Atelier des Deux Rives");
        who.put("conseil", "accompagnement / counsellor: Atelier des Deux Rives");
        who.put("encadrement", "encadrement technique / technical supervision: Atelier des Deux Rives");
        who.put("direction2", "direction / management: Jardins de l’Exemple");
        who.put("conseil2", "accompagnement / counsellor: Jardins de l’Exemple");
        who.put("placement", "mise à disposition / placements: Jardins de l’Exemple, Coup de Main Exemple");
        who.put("direction3", "direction / management: Coup de Main Exemple (en pause / paused)");
        return java.util.Collections.unmodifiableMap(who);
    }
}
