package fr.badgesiae.api.achievement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Published badges, as other features may see them. */
public final class Achievements {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;

    Achievements(Settings settings) {
        this.settings = settings;
    }

    /** The newest version of each badge that the organisation may award, by name. */
    public List<PublishedAchievement> published(Handle handle, OrganisationId organisation) {
        Collator french = Collator.getInstance(Locale.FRENCH);
        return handle.attach(AchievementDao.class).awardable(organisation.value()).stream()
                .map(this::read)
                .sorted(Comparator.comparing(PublishedAchievement::name, french::compare))
                .toList();
    }

    /** One version of this organisation, archived or not: what was awarded keeps its version. */
    public Optional<PublishedAchievement> version(
            Handle handle, OrganisationId organisation, AchievementVersionId version) {
        return handle.attach(AchievementDao.class)
                .version(version.value(), organisation.value())
                .map(this::read);
    }

    /** One version by its public address. */
    Optional<PublishedAchievement> byAddress(Handle handle, AchievementId achievement, int version) {
        return handle.attach(AchievementDao.class)
                .publicVersion(achievement.value(), version)
                .map(this::read);
    }

    /**
     * A version that a statement of another feature has joined.
     *
     * @param content as {@code achievement_version.content} has it
     */
    public PublishedAchievement joined(
            AchievementVersionId id,
            AchievementId achievement,
            int version,
            OrganisationId organisation,
            String content) {
        AchievementContent words = read(content);
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

    private PublishedAchievement read(VersionRow row) {
        return joined(
                new AchievementVersionId(row.id()),
                new AchievementId(row.achievementId()),
                row.version(),
                new OrganisationId(row.organisationId()),
                row.content());
    }

    static AchievementContent read(String stored) {
        try {
            return JSON.readValue(stored, AchievementContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored badge does not read back", e);
        }
    }

    static String stored(AchievementContent content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a badge does not write", e);
        }
    }
}
