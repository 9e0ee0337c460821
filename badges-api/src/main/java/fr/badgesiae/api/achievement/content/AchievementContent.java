package fr.badgesiae.api.achievement.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param tasks what one can see somebody do: none, or {@value #FEWEST_TASKS} to {@value #MOST_TASKS} sentences of at most
 *     {@value #LONGEST_TASK} characters; part of the published criteria
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
        List<Alignment> alignments,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tasks) {
    public static final int FEWEST_TASKS = 3;
    public static final int MOST_TASKS = 7;
    public static final int LONGEST_TASK = 120;

    @JsonCreator
    public AchievementContent {
        alignments = alignments == null ? List.of() : List.copyOf(alignments);
        tasks = tasks == null ? List.of() : List.copyOf(tasks);
    }

    /** A badge without tasks. */
    public AchievementContent(
            String name,
            String description,
            String criteria,
            Category category,
            @Nullable Level level,
            @Nullable Integer validityMonths,
            EvidencePolicy evidencePolicy,
            String language,
            List<Alignment> alignments) {
        this(
                name,
                description,
                criteria,
                category,
                level,
                validityMonths,
                evidencePolicy,
                language,
                alignments,
                List.of());
    }

    /** The same badge with these tasks. */
    public AchievementContent with(List<String> seen) {
        return new AchievementContent(
                name,
                description,
                criteria,
                category,
                level,
                validityMonths,
                evidencePolicy,
                language,
                alignments,
                seen);
    }

    /** The criteria as published and signed: the text, then each task as an item of a Markdown list. */
    public String publishedCriteria() {
        if (tasks.isEmpty()) {
            return criteria;
        }
        String title = "en".equals(language) ? "What one can see:" : "Ce que l’on peut voir\u00a0:";
        return criteria + "\n\n" + title + "\n- " + String.join("\n- ", tasks);
    }
}
