package fr.badgesiae.api.achievement.form;

import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.achievement.content.Framework;
import fr.badgesiae.api.achievement.content.Level;
import fr.badgesiae.api.platform.html.PageContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** The options of the badge form's select fields, in the reader's language and in order. */
public final class AchievementOptions {
    private AchievementOptions() {}

    public static Map<String, String> categories(PageContext context) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", context.t("achievement.form.choose"));
        for (Category category : Category.values()) {
            options.put(category.name(), context.t("achievement.category." + category.name()));
        }
        return options;
    }

    public static Map<String, String> levels(PageContext context) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", context.t("achievement.level.NONE"));
        for (Level level : Level.values()) {
            options.put(level.name(), context.t("achievement.level." + level.name()));
        }
        return options;
    }

    public static Map<String, String> evidencePolicies(PageContext context) {
        Map<String, String> options = new LinkedHashMap<>();
        for (EvidencePolicy policy : EvidencePolicy.values()) {
            options.put(policy.name(), context.t("achievement.evidence." + policy.name()));
        }
        return options;
    }

    public static Map<String, String> languages(PageContext context) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("fr", context.t("achievement.language.fr"));
        options.put("en", context.t("achievement.language.en"));
        return options;
    }

    public static Map<String, String> frameworks(PageContext context) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Framework framework : Framework.values()) {
            options.put(framework.name(), context.t("achievement.framework." + framework.name()));
        }
        return options;
    }
}
