package fr.badgesiae.api.privacy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.organisation.OrganisationKind;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.i18n.Messages;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The texts name facts that exist, and keep to the words and the typography of the house. */
class LegalTextTest {
    private static final OrganisationProfile EMPTY = new OrganisationProfile(
            new OrganisationId(UUID.randomUUID()),
            OrganisationKind.ACI,
            null,
            "Jardins de l’Exemple",
            "Jardins de l’Exemple",
            "",
            "",
            List.of(),
            null,
            null,
            null,
            false,
            OrganisationProfile.State.ACTIVE,
            new OrganisationProfile.DataProtection("", "", "", ""),
            Optional.empty());

    private static Facts facts() {
        return new Facts(new Messages(), EMPTY, LocalDate.of(2026, 12, 1))
                .put("person", "Alix Exemple")
                .put("given", "oui")
                .put("until", "Gardé");
    }

    private static LegalText text(PackDocument document) {
        return LegalText.of(document, facts().all(), Map.of("sections", List.of("Vous\u00a0: une ligne")));
    }

    @Test
    void everyFactOfATextIsKnownAndEveryKnownFactIsInOne() {
        Set<String> used = new HashSet<>();
        for (PackDocument document : PackDocument.values()) {
            assertThat(text(document).plain()).as(document.word()).doesNotContain("{", "}", "privacy.pack");
            used.addAll(LegalText.words(document));
        }
        used.remove("sections");
        assertThat(used).isEqualTo(facts().all().keySet());
        assertThat(used).containsAll(Facts.OF_PROFILE.keySet());
    }

    @Test
    void theTextsKeepToTheWordsOfTheHouse() {
        for (PackDocument document : PackDocument.values()) {
            String text = text(document).plain();
            assertThat(text)
                    .as(document.word())
                    .doesNotContainPattern("(?i)certifi|diplôm|validé|preuve|blockchain")
                    .doesNotContainPattern("[^\u202f][;!?]|[^\u00a0]:(?!//)|'")
                    .contains("1er\u00a0décembre\u00a02026");
        }
    }

    @Test
    void theTextsSayWhatTheSoftwareKeepsAndTheLawSays() {
        assertThat(text(PackDocument.REGISTER).plain())
                .contains("type de personne", "groupes et sites", "fin du contrat", "cérémonies", "Listes importées");
        assertThat(text(PackDocument.ANSWER).plain())
                .contains("liste d’un tiers", "Hors de l’Union européenne", "Nous pouvons retirer un badge")
                .doesNotContain("Vous seul", "emporter");
        assertThat(text(PackDocument.CSE).plain()).contains("au moins cinquante salariés", "En dessous de cinquante");
    }

    @Test
    void itemsStandTogether() {
        LegalText text = new LegalText(
                "T",
                List.of(
                        block(LegalText.Kind.HEADING),
                        block(LegalText.Kind.ITEM),
                        block(LegalText.Kind.ITEM),
                        block(LegalText.Kind.PARAGRAPH),
                        block(LegalText.Kind.ITEM)));
        assertThat(text.groups()).extracting(group -> group.blocks().size()).containsExactly(1, 2, 1, 1);
    }

    private static LegalText.Block block(LegalText.Kind kind) {
        return new LegalText.Block(kind, List.of(new LegalText.Piece("x", false)));
    }
}
