package fr.badgesiae.api.achievement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.Alignment;
import fr.badgesiae.api.achievement.content.Framework;
import fr.badgesiae.api.achievement.content.Level;

/** Writes the Open Badges 3.0 Achievement (B.1.2) of a version. Strings have one language; empty properties are omitted. */
final class AchievementJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AchievementJson() {}

    static ObjectNode of(AchievementContent content, int version, String url) {
        ObjectNode json = JSON.objectNode();
        json.put("id", url);
        json.putArray("type").add("Achievement");
        json.put("name", content.name());
        json.put("description", content.description());
        json.putObject("criteria").put("narrative", content.publishedCriteria());
        json.put("achievementType", content.category().achievementType());
        json.put("inLanguage", content.language());
        json.put("version", Integer.toString(version));
        json.putObject("image").put("id", url + "/image").put("type", "Image").put("caption", content.name());
        if (!content.alignments().isEmpty()) {
            ArrayNode alignments = json.putArray("alignment");
            content.alignments().forEach(alignment -> alignments.add(alignment(alignment)));
        }
        if (content.level() != null) {
            json.putArray("resultDescription").add(levels(content.language(), url));
        }
        return json;
    }

    private static ObjectNode alignment(Alignment alignment) {
        Framework framework = alignment.framework();
        ObjectNode json = JSON.objectNode();
        json.putArray("type").add("Alignment");
        json.put("targetCode", alignment.code());
        json.put("targetName", alignment.name());
        json.put("targetUrl", alignment.url());
        json.put("targetFramework", alignment.edition());
        json.put("targetType", framework.targetType());
        return json;
    }

    private static ObjectNode levels(String language, String url) {
        ObjectNode description = JSON.objectNode();
        description.put("id", url + "#level");
        description.putArray("type").add("ResultDescription");
        description.put("name", "en".equals(language) ? "Level" : "Niveau");
        description.put("resultType", "RubricCriterionLevel");
        ArrayNode levels = description.putArray("rubricCriterionLevel");
        for (Level level : Level.values()) {
            ObjectNode json = levels.addObject();
            json.put("id", url + "#" + level.fragment());
            json.putArray("type").add("RubricCriterionLevel");
            json.put("name", level.words(language));
        }
        return description;
    }
}
