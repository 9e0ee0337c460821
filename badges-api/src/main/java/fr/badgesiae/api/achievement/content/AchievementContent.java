package fr.badgesiae.api.achievement.content;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * The words of a badge, as edited and as frozen at publication.
 *
 * @param name at most 200 characters
 * @param description what it recognises, at most 2,000 characters
 * @param criteria what somebody does to earn it, in plain words, at most 5,000 characters
 * @param level null for none
 * @param validityMonths null for a badge that does not lapse
 * @param language of all signed words: {@code fr} or {@code en}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AchievementContent(
        String name,
        String description,
        String criteria,
        Category category,
        Level level,
        Integer validityMonths,
        EvidencePolicy evidencePolicy,
        String language,
        List<Alignment> alignments) {
    public AchievementContent {
        alignments = alignments == null ? List.of() : List.copyOf(alignments);
    }
}
