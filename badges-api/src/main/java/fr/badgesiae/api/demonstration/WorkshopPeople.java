package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.credential.PublicReason;
import fr.badgesiae.api.observation.content.Manner;
import fr.badgesiae.api.observation.content.Objection;
import fr.badgesiae.api.offer.text.Dispute;
import fr.badgesiae.api.person.content.GroupKind;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.reopening.ReopeningReason;

/** The workshop: every state of a badge and of an offer, and the person whose card and link a newcomer gets. */
final class WorkshopPeople {
    /** So that the printed link works for as long as a link can. */
    private static final int LONGEST = 730;

    private static final int SUPERVISED = 45;
    private static final String DEPOT = "Dépôt du canal";
    private static final String BANKS = "Équipe des berges";

    private final Structure workshop;
    private final Life alix;
    private final Life amina;
    private final Shown link;

    WorkshopPeople(Structure workshop) {
        this.workshop = workshop;
        workshop.asksPassIae();
        workshop.publishes(1_080, BadgeTexts.TEAM);
        workshop.publishes(1_080, BadgeTexts.SITE);
        workshop.publishes(900, BadgeTexts.WELCOME);
        workshop.publishes(420, BadgeTexts.BRUSH_CUTTER);
        workshop.publishes(400, BadgeTexts.LIFTING);
        workshop.publishes(390, BadgeTexts.GREETING);
        workshop.archives(280, BadgeTexts.GREETING.name());
        workshop.rewrites(160, BadgeTexts.WELCOME_LONGER, true);
        workshop.drafts(9, BadgeTexts.PLAN);
        this.alix = workshop.person("Alix", "Exemple").arrives(372).pathway(365, 24, "99999 00 00001");
        this.amina = workshop.person("Amina", "Esquisse").arrives(110).pathway(108, 18, "");
        this.link = alix();
    }

    /** @param supervisor asks for a badge for somebody */
    void tell(Principal management, Principal supervisor) {
        accepted();
        answered();
        waiting(supervisor);
        workshop.workshop(
                2, BadgeTexts.LIFTING.name(), "Atelier gestes et postures", "Inès Imaginaire", "Robin Gabarit");
        access();
        retention();
        workshop.brings(1, management, """
                Prénom;Nom
                Sacha;Prototype
                ALIX;EXEMPLE
                Rayan;Spécimen
                MARIE-LOU;GABARIT
                Sacha;Prototype
                Camille;
                """);
    }

    /** Who is responsible for a team and a site. */
    void supervised(Principal management, Principal supervisor) {
        workshop.assigns(SUPERVISED, management, BANKS, supervisor);
        workshop.assigns(SUPERVISED, management, DEPOT, supervisor);
    }

    Handout handout() {
        return new Handout(link.code(), alix.fullName(), alix.card(), alix.pin());
    }

    /** A space with a badge in force, one that expired, and links in each state. */
    private Shown alix() {
        alix.offered(
                        330,
                        BadgeTexts.LIFTING.name(),
                        "Alix a porté les sacs et les bordures sur trois chantiers, dos droit, à deux quand il fallait.")
                .accepted(329);
        Proposal team = alix.offered(
                        240,
                        BadgeTexts.TEAM.name(),
                        "Alix prévient quand il y a un retard et explique les consignes à ses collègues.",
                        "Note de l’encadrant après le chantier du parc.")
                .accepted(238);
        team.shown(230, "Stage au service des espaces verts", 90).read(225, 3);
        team.shownNameless(60, "Affiché au local de l’association", 90)
                .read(50, 11)
                .switchedOff(40);
        alix.opensSpace(231);
        Proposal site = alix.offered(
                        120,
                        BadgeTexts.SITE.name(),
                        "Alix a préparé seul six chantiers : outils, balises, rangement. Tout était prêt à huit heures.",
                        "Feuilles de chantier signées par l’encadrant.")
                .accepted(118, NameChoice.FULL, true);
        alix.opensSpace(30);
        alix.asks(
                2,
                BadgeTexts.BRUSH_CUTTER.name(),
                "Je passe la débroussailleuse tous les mardis. Je contrôle le fil et je porte mes protections.");
        alix.offered(
                        4,
                        BadgeTexts.WELCOME.name(),
                        "Alix a accueilli deux nouveaux collègues et leur a montré les gestes de la taille.")
                .printed(4);
        return site.shown(30, "Entretien d’embauche chez un paysagiste", LONGEST)
                .read(28, 2)
                .read(7, 5);
    }

    private void accepted() {
        workshop.person("Koffi", "Canevas")
                .arrives(350)
                .pathway(348, 12, "99999 00 00002")
                .offered(
                        342,
                        BadgeTexts.BRUSH_CUTTER.name(),
                        "Koffi contrôle la machine, porte ses protections et travaille une matinée sans remarque.")
                .accepted(340);
        workshop.person("Fatou", "Croquis")
                .arrives(300)
                .pathway(298, 24, "")
                .offered(205, BadgeTexts.TEAM.name(), "Fatou aide les nouveaux et demande quand une consigne manque.")
                .accepted(204)
                .shown(150, "Mission de remplacement", 365)
                .badge()
                .paused(
                        2,
                        PublicReason.PAUSED_FOR_TEXT,
                        "Fatou demande que le texte parle aussi de l’accueil des nouveaux.")
                .person()
                .offered(62, BadgeTexts.SITE.name(), "Fatou prépare la zone de travail avec un collègue.")
                .declined(60);
        Life mariam = workshop.person("Mariam", "Gabarit").arrives(280).pathway(276, 18, "99999 00 00003");
        mariam.offered(182, BadgeTexts.WELCOME.name(), "Mariam a accueilli un collègue pendant une semaine.")
                .accepted(180)
                .revoked(42, PublicReason.WRONG_CONTENT, "Le texte parlait d’un seul collègue ; il y en a eu trois.");
        mariam.offered(42, BadgeTexts.WELCOME.name(), "Mariam a accueilli trois collègues, une semaine chacun.")
                .accepted(40, NameChoice.FULL, false)
                .shown(36, "Candidature en logistique", 180)
                .read(35, 1);
        workshop.person("Bilal", "Brouillon")
                .arrives(130)
                .pathway(126, 12, "")
                .offered(92, BadgeTexts.SITE.name(), "Texte prévu pour une autre personne de l’équipe.")
                .cancelled(91)
                .person()
                .offered(80, BadgeTexts.TEAM.name(), "Bilal aide ses collègues à charger et à décharger le camion.")
                .acceptedInPerson(80)
                .withdrawn(72);
        Life ousmane = workshop.person("Ousmane", "Dessin").arrives(75).pathway(74, 6, "99999 00 00004");
        ousmane.offered(1, BadgeTexts.TEAM.name(), "Ousmane prévient l’équipe et propose son aide chaque matin.")
                .accepted(0);
        workshop.group(50, GroupKind.SITE, DEPOT, alix, mariam, ousmane);
    }

    private void answered() {
        Life sacha = workshop.person("Sacha", "Modèle").arrives(220).pathway(219, 24, "99999 00 00005");
        sacha.offered(200, BadgeTexts.TEAM.name(), "Sacha écoute, demande et prévient.")
                .accepted(198)
                .renewed(15, BadgeTexts.TEAM.name(), "Sacha écoute, demande, prévient et accueille les nouveaux.")
                .accepted(12);
        sacha.asks(16, BadgeTexts.LIFTING.name(), "Je porte les sacs à deux et je plie les genoux.");
        sacha.offered(5, BadgeTexts.SITE.name(), "Sacha prépare seul la zone et les outils sur les petits chantiers.")
                .disputed(3, Dispute.TEXT);
        workshop.group(50, GroupKind.TEAM, BANKS, alix, amina, sacha);
        workshop.person("Sofia", "Fable")
                .arrives(60)
                .pathway(58, 12, "")
                .offered(22, BadgeTexts.TEAM.name(), "Sofia aide ses collègues au dépôt.")
                .disputed(20, Dispute.TEXT)
                .corrected(18, "Sofia aide ses collègues sur les chantiers et au dépôt.")
                .printed(17);
        workshop.person("Inès", "Imaginaire")
                .arrives(455)
                .pathway(452, 15, "")
                .offered(440, BadgeTexts.SITE.name(), "Inès range les outils et nettoie la zone chaque soir.")
                .printed(440);
    }

    /** What makes a badge likely, what a person calls wrong, and what they say themselves. */
    void seen(Principal supervisor) {
        Principal counsellor = workshop.member();
        workshop.sees(75, counsellor, amina, BadgeTexts.SITE, Manner.HELPED, 0, 1);
        workshop.sees(48, counsellor, amina, BadgeTexts.SITE, Manner.ALONE, 0, 2);
        workshop.sees(20, supervisor, amina, BadgeTexts.SITE, Manner.ALONE, 1, 3);
        workshop.sees(6, supervisor, amina, BadgeTexts.SITE, Manner.ALONE, 0, 1, 2, 3);
        workshop.sees(150, counsellor, alix, BadgeTexts.SITE, Manner.ALONE, 0, 3);
        workshop.sees(9, supervisor, alix, BadgeTexts.SITE, Manner.HELPED, 2).objected(5, Objection.NOT_ME);
        workshop.returned(7, counsellor, alix, BadgeTexts.SITE, "La zone était nette en partant.", "Mme M.");
        workshop.timeline()
                .on(
                        5,
                        () -> workshop.past()
                                .features()
                                .observation()
                                .words()
                                .apply(
                                        alix.holder(),
                                        "Je sais préparer un chantier et montrer les gestes à un nouveau collègue."));
    }

    private void waiting(Principal supervisor) {
        workshop.person("Lou", "Échantillon", PersonKind.TRAINEE).file(2);
        Proposal waits = amina.offered(45, BadgeTexts.TEAM.name(), "Amina explique les consignes à ceux qui arrivent.")
                .printed(45);
        workshop.celebrates(1, "Dépôt du canal, 14 h", waits);
        workshop.prepares(
                1,
                supervisor,
                BadgeTexts.LIFTING.name(),
                "[prénom] porte les sacs dos droit et demande de l’aide.",
                amina);
        amina.suggested(3, supervisor, BadgeTexts.SITE.name(), "Amina a balisé seule le chantier de l’écluse.");
        workshop.person("Yannis", "Prototype", PersonKind.WORKER).file(3);
        workshop.person("Yanis", "Prototype")
                .arrives(95)
                .pathway(94, 4, "")
                .offered(12, BadgeTexts.SITE.name(), "Yanis balise la zone et vérifie les outils avant de commencer.")
                .locked(11);
    }

    /** Ways back into a space. */
    private void access() {
        Life rayan = workshop.person("Rayan", "Spécimen").arrives(160).pathway(158, 24, "99999 00 00006");
        rayan.offered(100, BadgeTexts.TEAM.name(), "Rayan passe les consignes sans rien oublier.")
                .accepted(99);
        rayan.asksForNewCard(5, ReopeningReason.LOST_CARD).getsNewCard(5);
        workshop.group(30, GroupKind.GROUP, "Visite d’entreprise de mai", alix, rayan);
    }

    /** Files near the end of the time for which they are kept. */
    private void retention() {
        workshop.person("Théo", "Scénario")
                .arrives(1_070)
                .pathway(1_065, 11, "")
                .offered(800, BadgeTexts.TEAM.name(), "Théo anime la réunion du lundi.")
                .accepted(798)
                .person()
                .leaves(712);
        workshop.person("Lina", "Figurine")
                .arrives(1_000)
                .pathway(995, 8, "")
                .leaves(755)
                .fileIsHeld(100);
    }
}
