package fr.badgesiae.api.achievement.content;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Content of a badge, in a draft and in each published version.
 *
 * @param name at most 200 characters
 * @param description the recognised skill or act, at most 2,000 characters
 * @param criteria how the badge is earned, in plain words, at most 5,000 characters
 * @param level null for none
 * @param validityMonths null for a badge without expiry
 * @param language of all signed text: {@code fr} or {@code en}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AchievementContent(
        String name,
        String description,
        String criteria,
        Category category,
        @Nullable Level level,
        @Nullable Integer validityMonths,
        EvidencePolicy evidencePolicy,
        String language,
        List<Alignment> alignments) {
    public AchievementContent {
        alignments = alignments == null ? List.of() : List.copyOf(alignments);
    }
}
