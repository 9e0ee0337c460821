package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;

/** Publishes a draft as the next immutable version. An unchanged draft creates none. */
public final class PublishAchievement {
    private final Platform platform;
    private final RecordChange change;

    public PublishAchievement(Platform platform) {
        this.platform = platform;
        this.change = new RecordChange(platform.audit());
    }

    /**
     * @return the number of the newest version, from 1
     * @throws ProblemException NOT_FOUND for another organisation's badge
     */
    public int apply(Principal by, AchievementId achievement) {
        UUID id = achievement.value();
        UUID organisation = by.organisation().value();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            AchievementDao dao = handle.attach(AchievementDao.class);
            if (dao.lock(id, organisation).isEmpty()) {
                throw ProblemException.notFound();
            }
            Publication now = Publication.read(handle, by.organisation(), achievement);
            if (now.upToDate()) {
                return now.draft().versions();
            }
            int version = now.draft().versions() + 1;
            Instant at = platform.clock().instant();
            dao.insertVersion(
                    platform.ids().uuid(),
                    id,
                    organisation,
                    version,
                    now.image().type(),
                    now.image().bytes(),
                    at);
            dao.setState(id, organisation, AchievementState.PUBLISHED, at);
            change.record(handle, by, AchievementAudit.ACHIEVEMENT_PUBLISHED, id);
            return version;
        });
    }
}
