package fr.badgesiae.api.achievement;

import fr.badgesiae.api.achievement.content.Category;
import java.util.List;

/**
 * A page of the organisation's badges.
 *
 * @param archived whether the archive is shown
 * @param words what was searched for, or empty
 * @param next the path of the next page, or null
 */
public record AchievementListPage(boolean archived, String words, List<Item> items, String next) {

    /**
     * @param version the newest published version, 0 for none
     */
    public record Item(String id, String name, Category category, String state, int version) {}
}
