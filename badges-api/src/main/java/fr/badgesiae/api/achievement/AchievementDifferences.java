package fr.badgesiae.api.achievement;

import fr.badgesiae.api.achievement.AchievementForm.AlignmentRow;
import fr.badgesiae.api.platform.html.Difference;
import fr.badgesiae.api.platform.html.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A draft beside what was typed, field by field, choices in words. */
final class AchievementDifferences {
    private AchievementDifferences() {}

    static List<Difference> of(Frame frame, AchievementForm saved, AchievementForm typed) {
        List<Difference> all = new ArrayList<>(List.of(
                new Difference(frame.t("achievement.form.name"), saved.name(), typed.name()),
                new Difference(frame.t("achievement.form.description"), saved.description(), typed.description()),
                new Difference(frame.t("achievement.form.criteria"), saved.criteria(), typed.criteria()),
                choice(
                        frame.t("achievement.form.category"),
                        AchievementOptions.categories(frame),
                        saved.category(),
                        typed.category()),
                choice(
                        frame.t("achievement.form.level"),
                        AchievementOptions.levels(frame),
                        saved.level(),
                        typed.level()),
                new Difference(frame.t("achievement.form.validity"), saved.validityMonths(), typed.validityMonths()),
                choice(
                        frame.t("achievement.form.evidence"),
                        AchievementOptions.evidencePolicies(frame),
                        saved.evidencePolicy(),
                        typed.evidencePolicy()),
                choice(
                        frame.t("achievement.form.language"),
                        AchievementOptions.languages(frame),
                        saved.language(),
                        typed.language())));
        for (int i = 0; i < AchievementForm.ALIGNMENTS; i++) {
            all.add(new Difference(
                    frame.t("achievement.form.alignment", i + 1),
                    line(frame, saved.alignments().get(i)),
                    line(frame, typed.alignments().get(i))));
        }
        return Difference.among(all.stream());
    }

    private static Difference choice(String label, Map<String, String> options, String saved, String typed) {
        return new Difference(label, options.getOrDefault(saved, saved), options.getOrDefault(typed, typed));
    }

    private static String line(Frame frame, AlignmentRow row) {
        if (row.isEmpty()) {
            return "";
        }
        Map<String, String> frameworks = AchievementOptions.frameworks(frame);
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
