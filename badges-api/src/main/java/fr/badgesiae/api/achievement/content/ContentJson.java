package fr.badgesiae.api.achievement.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Stored JSON form of {@link AchievementContent}. */
public final class ContentJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ContentJson() {}

    public static AchievementContent read(String stored) {
        try {
            return JSON.readValue(stored, AchievementContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored badge cannot be parsed", e);
        }
    }

    public static String write(AchievementContent content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a badge cannot be written as JSON", e);
        }
    }
}
