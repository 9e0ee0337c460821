package fr.badgesiae.api.achievement;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.Alignment;
import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.achievement.content.Framework;
import fr.badgesiae.api.achievement.content.Level;
import fr.badgesiae.api.achievement.draft.CreateAchievement;
import fr.badgesiae.api.achievement.draft.PublishAchievement;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fictitious badges of a demonstration, published. */
public final class DemonstrationBadges {
    private final CreateAchievement create;
    private final PublishAchievement publish;

    DemonstrationBadges(Platform platform) {
        this.create = new CreateAchievement(platform);
        this.publish = new PublishAchievement(platform);
    }

    /** Publishes three badges of one organisation on behalf of its counsellor. */
    public void seed(Principal counsellor, boolean first) {
        List<AchievementContent> badges = first
                ? List.of(
                        badge(
                                "Préparer un chantier",
                                "Préparer seul les outils et la zone de travail.",
                                "Prépare les outils, balise la zone, range après le travail.",
                                Category.TECHNICAL,
                                Level.PRACTISES,
                                new Alignment(
                                        Framework.ROME,
                                        "F1702",
                                        "v4.60",
                                        "Construction de routes et voies",
                                        "https://candidat.francetravail.fr/metierscope/fiche-metier/F1702")),
                        badge(
                                "Travailler en équipe",
                                "Écouter, demander, aider, prévenir.",
                                "Prévient en cas de retard, demande quand une consigne n’est pas claire, aide un collègue.",
                                Category.SOFT_SKILL),
                        badge(
                                "Accueillir un nouveau collègue",
                                "Faire visiter, montrer un geste, rester disponible.",
                                "A accueilli au moins une personne pendant sa première semaine.",
                                Category.ROLE))
                : List.of(
                        badge(
                                "Entretenir un jardin",
                                "Désherber, tailler, arroser au bon moment.",
                                "Choisit l’outil, travaille sans abîmer les plants, trie les déchets verts.",
                                Category.TECHNICAL,
                                Level.MASTERS,
                                new Alignment(
                                        Framework.ROME,
                                        "A1203",
                                        "v4.60",
                                        "Aménagement et entretien des espaces verts",
                                        "https://candidat.francetravail.fr/metierscope/fiche-metier/A1203")),
                        badge(
                                "Arriver à l’heure",
                                "Être là, prêt, au début du travail.",
                                "Trois mois sans retard, ou prévenu chaque fois.",
                                Category.SOFT_SKILL),
                        badge(
                                "Tenir un stand",
                                "Présenter les légumes et parler aux clients.",
                                "A tenu le stand du marché pendant deux matinées.",
                                Category.PARTICIPATION));
        badges.forEach(content -> publish.apply(counsellor, create.apply(counsellor, content)));
    }

    private static AchievementContent badge(
            String name, String description, String criteria, Category category, Level level, Alignment alignment) {
        return badge(name, description, criteria, category, level, List.of(alignment));
    }

    private static AchievementContent badge(String name, String description, String criteria, Category category) {
        return badge(name, description, criteria, category, null, List.of());
    }

    private static AchievementContent badge(
            String name,
            String description,
            String criteria,
            Category category,
            @Nullable Level level,
            List<Alignment> alignments) {
        return new AchievementContent(
                name, description, criteria, category, level, null, EvidencePolicy.OPTIONAL_TEXT, "fr", alignments);
    }
}
