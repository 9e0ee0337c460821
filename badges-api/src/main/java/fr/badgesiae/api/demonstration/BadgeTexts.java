package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.Alignment;
import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.achievement.content.Framework;
import fr.badgesiae.api.achievement.content.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The badges of the invented structures. */
final class BadgeTexts {
    static final AchievementContent SITE = technical(
                    "Préparer un chantier",
                    "Préparer seul les outils et la zone de travail.",
                    "Prépare les outils, balise la zone, range après le travail.",
                    Level.PRACTISES,
                    null,
                    rome("F1702", "Construction de routes et voies"))
            .with(List.of(
                    "Prépare les outils avant l’arrivée de l’équipe.",
                    "Balise la zone de travail.",
                    "Contrôle les protections avant de commencer.",
                    "Range et nettoie après le travail."));
    static final AchievementContent TEAM = other(
            "Travailler en équipe",
            "Écouter, demander, aider, prévenir.",
            "Prévient en cas de retard, demande quand une consigne n’est pas claire, aide un collègue.",
            Category.SOFT_SKILL);
    static final AchievementContent WELCOME = other(
            "Accueillir un nouveau collègue",
            "Faire visiter, montrer un geste, rester disponible.",
            "A accueilli au moins une personne pendant sa première semaine.",
            Category.ROLE);
    /** The second wording of the same badge. */
    static final AchievementContent WELCOME_LONGER = other(
            "Accueillir un nouveau collègue",
            "Faire visiter, montrer un geste, rester disponible.",
            "A accueilli au moins deux personnes, chacune pendant sa première semaine, et a répondu à leurs questions.",
            Category.ROLE);

    static final AchievementContent BRUSH_CUTTER = technical(
            "Utiliser une débroussailleuse",
            "Travailler avec la débroussailleuse sans danger pour soi et pour les autres.",
            "Contrôle la machine, porte les protections, travaille une matinée sous le regard de l’encadrant.",
            Level.MASTERS,
            12,
            rome("A1203", "Aménagement et entretien des espaces verts"));
    static final AchievementContent LIFTING = other(
            "Porter une charge sans se blesser",
            "Choisir la bonne posture et demander de l’aide à temps.",
            "Montre les bons gestes sur trois chantiers différents.",
            Category.TECHNICAL,
            6);
    static final AchievementContent GREETING = other(
            "Dire bonjour à l’équipe",
            "Saluer chacun en arrivant.",
            "Salue l’équipe chaque matin pendant un mois.",
            Category.PARTICIPATION);
    static final AchievementContent PLAN = other(
            "Lire un plan simple",
            "Retrouver sur le plan les mesures et les matériaux.",
            "Prépare les matériaux d’un petit ouvrage à partir de son plan.",
            Category.TECHNICAL);

    static final AchievementContent GARDEN = technical(
                    "Entretenir un jardin",
                    "Désherber, tailler, arroser au bon moment.",
                    "Choisit l’outil, travaille sans abîmer les plants, trie les déchets verts.",
                    Level.MASTERS,
                    null,
                    rome("A1203", "Aménagement et entretien des espaces verts"))
            .with(List.of(
                    "Choisit l’outil qui convient au travail.",
                    "Désherbe sans abîmer les plants.",
                    "Trie les déchets verts."));
    static final AchievementContent ON_TIME = other(
            "Arriver à l’heure",
            "Être là, prêt, au début du travail.",
            "Trois mois sans retard, ou prévenu chaque fois.",
            Category.SOFT_SKILL);
    static final AchievementContent STALL = other(
            "Tenir un stand",
            "Présenter les légumes et parler aux clients.",
            "A tenu le stand du marché pendant deux matinées.",
            Category.PARTICIPATION);
    static final AchievementContent TILLER = other(
            "Conduire le motoculteur",
            "Préparer une parcelle avec le motoculteur.",
            "Vérifie la machine, prépare deux parcelles, nettoie et range.",
            Category.TECHNICAL,
            6);
    /** Other words of it, not published yet. */
    static final AchievementContent STALL_DRAFT = other(
            "Tenir un stand",
            "Présenter les légumes, rendre la monnaie et parler aux clients.",
            "A tenu le stand du marché pendant quatre matinées, caisse comprise.",
            Category.PARTICIPATION);

    static final AchievementContent HOUSEHOLD = technical(
            "Entretenir un logement",
            "Nettoyer un logement en suivant les demandes de la personne qui y vit.",
            "Choisit les produits, respecte l’ordre des tâches, signale ce qui est abîmé.",
            Level.PRACTISES,
            null,
            rome("K1304", "Services domestiques"));
    static final AchievementContent CLIENT = other(
            "Parler avec un client",
            "Se présenter, écouter la demande, dire ce qui a été fait.",
            "Trois clients différents ont dit que l’échange était clair.",
            Category.SOFT_SKILL);

    private BadgeTexts() {}

    private static Alignment rome(String code, String label) {
        return new Alignment(
                Framework.ROME,
                code,
                "v4.60",
                label,
                "https://candidat.francetravail.fr/metierscope/fiche-metier/" + code);
    }

    private static AchievementContent technical(
            String name,
            String description,
            String criteria,
            Level level,
            @Nullable Integer months,
            Alignment alignment) {
        return new AchievementContent(
                name,
                description,
                criteria,
                Category.TECHNICAL,
                level,
                months,
                EvidencePolicy.OPTIONAL_TEXT,
                "fr",
                List.of(alignment));
    }

    private static AchievementContent other(String name, String description, String criteria, Category category) {
        return other(name, description, criteria, category, null);
    }

    private static AchievementContent other(
            String name, String description, String criteria, Category category, @Nullable Integer months) {
        return new AchievementContent(
                name, description, criteria, category, null, months, EvidencePolicy.OPTIONAL_TEXT, "fr", List.of());
    }
}
