package fr.badgesiae.api.observation;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.content.ContentJson;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A badge as an observation needs it: its newest version.
 *
 * @param language of its texts
 * @param tasks what one can see; may be empty
 */
public record BadgeToSee(AchievementId id, String name, String language, List<String> tasks) {
    static final Comparator<BadgeToSee> BY_NAME =
            Comparator.comparing(BadgeToSee::name, Collator.getInstance(Locale.FRENCH)::compare);

    static BadgeToSee read(ObservationDao.BadgeRow row) {
        AchievementContent content = ContentJson.read(row.content());
        return new BadgeToSee(new AchievementId(row.id()), content.name(), content.language(), content.tasks());
    }
}
