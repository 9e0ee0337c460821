package fr.badgesiae.api.achievement;

import fr.badgesiae.api.platform.html.Difference;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import java.util.List;

/**
 * The form of a new or an existing badge.
 *
 * @param id null for a new badge
 * @param revision the one that saving replaces
 * @param saved what somebody else saved meanwhile, or null
 */
public record AchievementFormPage(String id, int revision, AchievementForm form, AchievementForm saved, Errors errors) {
    public List<Difference> differences(PageContext context) {
        return saved == null ? List.of() : AchievementDifferences.of(context, saved, form);
    }

    /** Whether links with an occupation are there to be seen: some are typed, or one is wrong. */
    public boolean showsAlignments() {
        return !form.alignments().stream().allMatch(AchievementForm.AlignmentRow::isEmpty)
                || errors.byField().keySet().stream().anyMatch(field -> field.startsWith("alignment"));
    }
}
