package fr.badgesiae.api.achievement;

import fr.badgesiae.api.platform.html.Frame;
import java.util.LinkedHashMap;
import java.util.Map;

/** The choices of the badge form, in the reader's language and in the order of the page. */
public final class AchievementOptions {
    private AchievementOptions() {}

    public static Map<String, String> categories(Frame frame) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", frame.t("achievement.form.choose"));
        for (Category category : Category.values()) {
            options.put(category.name(), frame.t("achievement.category." + category.name()));
        }
        return options;
    }

    public static Map<String, String> levels(Frame frame) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", frame.t("achievement.level.NONE"));
        for (Level level : Level.values()) {
            options.put(level.name(), frame.t("achievement.level." + level.name()));
        }
        return options;
    }

    public static Map<String, String> evidencePolicies(Frame frame) {
        Map<String, String> options = new LinkedHashMap<>();
        for (EvidencePolicy policy : EvidencePolicy.values()) {
            options.put(policy.name(), frame.t("achievement.evidence." + policy.name()));
        }
        return options;
    }

    public static Map<String, String> languages(Frame frame) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("fr", frame.t("achievement.language.fr"));
        options.put("en", frame.t("achievement.language.en"));
        return options;
    }

    public static Map<String, String> frameworks(Frame frame) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Framework framework : Framework.values()) {
            options.put(framework.name(), frame.t("achievement.framework." + framework.name()));
        }
        return options;
    }
}
