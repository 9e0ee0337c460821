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

    /**
     * A version read by a joining statement of another feature.
     *
     * @param content as {@code achievement_version.content} has it
     */
    public PublishedAchievement joined(
            AchievementVersionId id,
            AchievementId achievement,
            int version,
            OrganisationId organisation,
            String content) {
        AchievementContent words = ContentJson.read(content);
        String url = settings.url("/achievements/" + achievement + "/" + version);
        return new PublishedAchievement(
                id,
                achievement,
                version,
                organisation,
                words,
                url,
                url + "/image",
                AchievementJson.of(words, version, url));
    }

    PublishedAchievement read(VersionRow row) {
        return joined(
                new AchievementVersionId(row.id()),
                new AchievementId(row.achievementId()),
                row.version(),
                new OrganisationId(row.organisationId()),
                row.content());
    }
}
