package fr.badgesiae.api.achievement;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.achievement.content.ContentJson;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Published badges as other features may see them. */
public final class Achievements {
    private final Settings settings;

    Achievements(Settings settings) {
        this.settings = settings;
    }

    /** The newest version of each badge that the organisation may award, by name. */
    public List<PublishedAchievement> published(Handle handle, OrganisationId organisation) {
        Collator french = Collator.getInstance(Locale.FRENCH);
        return handle.attach(VersionDao.class).awardable(organisation.value()).stream()
                .map(this::read)
                .sorted(Comparator.comparing(PublishedAchievement::name, french::compare))
                .toList();
    }

    /** One version of this organisation, archived or not: awards keep their version. */
    public Optional<PublishedAchievement> version(
            Handle handle, OrganisationId organisation, AchievementVersionId version) {
        return handle.attach(VersionDao.class)
                .version(version.value(), organisation.value())
                .map(this::read);
    }

    PublishedAchievement read(VersionRow row) {
        AchievementContent content = ContentJson.read(row.content());
        String url = settings.url("/achievements/" + row.achievementId() + "/" + row.version());
        return new PublishedAchievement(
                new AchievementVersionId(row.id()),
                new AchievementId(row.achievementId()),
                row.version(),
                new OrganisationId(row.organisationId()),
                content,
                url,
                url + "/image",
                AchievementJson.of(content, row.version(), url));
    }
}
