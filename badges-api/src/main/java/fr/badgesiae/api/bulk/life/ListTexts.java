package fr.badgesiae.api.bulk.life;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.ContentJson;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Reads the earlier texts of badges, beside those that would replace them. */
final class ListTexts {
    private final Database database;
    private final Clock clock;

    ListTexts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A text that would replace an earlier one.
     *
     * @param from, to versions of the badge
     */
    record TextChange(String badge, int from, int to, AchievementContent before, AchievementContent after) {}

    /** Each earlier text of these badges, with the newest one of its badge. */
    List<TextChange> apply(OrganisationId organisation, List<CredentialId> badges) {
        UUID[] ids = badges.stream().map(CredentialId::value).toArray(UUID[]::new);
        return database
                .inOrganisation(
                        organisation,
                        handle -> handle.attach(LifeDao.class).texts(ids, organisation.value(), clock.instant()))
                .stream()
                .map(row -> new TextChange(
                        row.name(),
                        row.fromVersion(),
                        row.toVersion(),
                        ContentJson.read(row.before()),
                        ContentJson.read(row.after())))
                .toList();
    }
}
