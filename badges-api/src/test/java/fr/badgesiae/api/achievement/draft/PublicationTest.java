package fr.badgesiae.api.achievement.draft;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.achievement.image.StoredImage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublicationTest {
    private static byte[] digest(int versions) {
        AchievementContent content = new AchievementContent(
                "Peindre", "Peint.", "Peindre.", Category.TECHNICAL, null, null, EvidencePolicy.NONE, "fr", List.of());
        Achievement draft = new Achievement(
                new AchievementId(new UUID(0, 1)), AchievementState.PUBLISHED, content, true, 1, versions, null, true);
        return new Publication(draft, new StoredImage("image/png", new byte[] {1}), null, false, false).digest();
    }

    @Test
    void theDigestHasTheWholeNumberOfTheVersion() {
        assertThat(digest(1)).isEqualTo(digest(1)).isNotEqualTo(digest(1 + 256));
    }
}
