package fr.badgesiae.api.achievement.form;

import fr.badgesiae.api.achievement.form.AchievementForm.AlignmentRow;
import fr.badgesiae.api.platform.html.Difference;
import fr.badgesiae.api.platform.html.PageContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Differences between a saved draft and the typed form, field by field, options by their labels. */
public final class AchievementDifferences {
    private AchievementDifferences() {}

    public static List<Difference> of(PageContext context, AchievementForm saved, AchievementForm typed) {
        List<Difference> all = new ArrayList<>(List.of(
                new Difference(context.t("achievement.form.name"), saved.name(), typed.name()),
                new Difference(context.t("achievement.form.description"), saved.description(), typed.description()),
                new Difference(context.t("achievement.form.criteria"), saved.criteria(), typed.criteria()),
                new Difference(context.t("achievement.form.tasks"), saved.tasks(), typed.tasks()),
                choice(
                        context.t("achievement.form.category"),
                        AchievementOptions.categories(context),
                        saved.category(),
                        typed.category()),
                choice(
                        context.t("achievement.form.level"),
                        AchievementOptions.levels(context),
                        saved.level(),
                        typed.level()),
                new Difference(context.t("achievement.form.validity"), saved.validityMonths(), typed.validityMonths()),
                choice(
                        context.t("achievement.form.evidence"),
                        AchievementOptions.evidencePolicies(context),
                        saved.evidencePolicy(),
                        typed.evidencePolicy()),
                choice(
                        context.t("achievement.form.language"),
                        AchievementOptions.languages(context),
                        saved.language(),
                        typed.language())));
        for (int i = 0; i < AchievementForm.ALIGNMENTS; i++) {
            all.add(new Difference(
                    context.t("achievement.form.alignment", i + 1),
                    line(context, saved.alignments().get(i)),
                    line(context, typed.alignments().get(i))));
        }
        return Difference.among(all.stream());
    }

    private static Difference choice(String label, Map<String, String> options, String saved, String typed) {
        return new Difference(label, options.getOrDefault(saved, saved), options.getOrDefault(typed, typed));
    }

    private static String line(PageContext context, AlignmentRow row) {
        if (row.isEmpty()) {
            return "";
        }
        Map<String, String> frameworks = AchievementOptions.frameworks(context);
        return Stream.of(
                        frameworks.getOrDefault(row.framework(), row.framework()),
                        row.code(),
                        row.version(),
                        row.name(),
                        row.url())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
