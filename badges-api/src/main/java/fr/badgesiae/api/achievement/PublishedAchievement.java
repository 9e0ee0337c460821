package fr.badgesiae.api.achievement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.Optional;

/**
 * One immutable version as awards see it.
 *
 * @param id of the version
 * @param achievement the badge of this version
 * @param version counted from 1
 * @param organisation the publisher
 * @param content as published
 * @param url its permanent URL, the {@code achievement.id} of signed badges
 * @param imageUrl URL of its image
 * @param json the Open Badges 3.0 Achievement exactly as embedded in a badge; a fresh copy for each caller
 */
public record PublishedAchievement(
        AchievementVersionId id,
        AchievementId achievement,
        int version,
        OrganisationId organisation,
        AchievementContent content,
        String url,
        String imageUrl,
        ObjectNode json) {

    public String name() {
        return content.name();
    }

    /** The id of the result description that carries the level, when there is a level. */
    public Optional<String> resultDescriptionId() {
        return Optional.ofNullable(content.level()).map(level -> url + "#level");
    }

    /** The id of the achieved level within that result description. */
    public Optional<String> achievedLevelId() {
        return Optional.ofNullable(content.level()).map(level -> url + "#" + level.fragment());
    }
}
