package fr.badgesiae.api.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.achievement.content.ContentJson;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.achievement.form.AchievementForm;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one can see somebody do: typed one a line, published with the criteria. */
class BadgeTasksTest {
    private static final AchievementContent NONE = new AchievementContent(
            "Nom", "Texte", "Critère", Category.TECHNICAL, null, null, EvidencePolicy.NONE, "fr", List.of());

    private static AchievementForm.Checked typed(String tasks) {
        MultivaluedHashMap<String, String> form = new MultivaluedHashMap<>();
        form.putSingle("name", "Nom");
        form.putSingle("description", "Texte");
        form.putSingle("criteria", "Critère");
        form.putSingle("tasks", tasks);
        form.putSingle("category", "TECHNICAL");
        form.putSingle("evidencePolicy", "NONE");
        form.putSingle("language", "fr");
        return AchievementForm.of(form).check();
    }

    private static String narrative(AchievementContent content) {
        return AchievementJson.of(content, 1, "https://badges.example/achievements/a/versions/1")
                .at("/criteria/narrative")
                .asText();
    }

    @Test
    void aBadgeWithoutTasksIsStoredAndPublishedAsBefore() {
        assertThat(narrative(NONE)).isEqualTo("Critère");
        assertThat(ContentJson.write(NONE)).doesNotContain("tasks");
        assertThat(typed("").content()).contains(NONE);
    }

    @Test
    void tasksArePublishedAsAListBelowTheCriteria() {
        AchievementContent content = NONE.with(List.of("Prépare son poste.", "Range ses outils.", "Prévient."));
        assertThat(narrative(content))
                .isEqualTo(
                        "Critère\n\nCe que l’on peut voir\u00a0:\n- Prépare son poste.\n- Range ses outils.\n- Prévient.");
        assertThat(ContentJson.read(ContentJson.write(content))).isEqualTo(content);
        assertThat(AchievementForm.of(content).check().content()).contains(content);
    }

    @Test
    void emptyLinesAreNoTasks() {
        assertThat(typed("Un\r\n\r\n  Deux \r\nTrois\r\n")
                        .content()
                        .orElseThrow()
                        .tasks())
                .containsExactly("Un", "Deux", "Trois");
    }

    @Test
    void tooFewTooManyTooLongOrTwiceIsAnErrorOfTheField() {
        for (String wrong :
                List.of("Un\nDeux", "1\n2\n3\n4\n5\n6\n7\n8", "Un\nDeux\n" + "a".repeat(121), "Un\nDeux\nUn")) {
            AchievementForm.Checked checked = typed(wrong);
            assertThat(checked.content()).as(wrong).isEmpty();
            assertThat(checked.errors().byField()).as(wrong).containsOnlyKeys("tasks");
        }
    }
}
