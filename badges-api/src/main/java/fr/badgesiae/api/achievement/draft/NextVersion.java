package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes the next immutable version of a draft, in the transaction that has locked it. */
public final class NextVersion {
    private NextVersion() {}

    /**
     * @param now the draft as it was read under the lock
     * @return the number of the version
     */
    public static int write(
            Handle handle, Platform platform, Principal by, AchievementId achievement, Publication now) {
        AchievementDao dao = handle.attach(AchievementDao.class);
        UUID id = achievement.value();
        UUID organisation = by.organisation().value();
        Instant at = platform.clock().instant();
        dao.insertVersion(
                platform.ids().uuid(),
                id,
                organisation,
                now.version(),
                now.image().type(),
                now.image().bytes(),
                at);
        dao.setState(id, organisation, AchievementState.PUBLISHED, at);
        dao.endRequest(id, organisation);
        new RecordChange(platform.audit()).record(handle, by, AchievementAudit.ACHIEVEMENT_PUBLISHED, id);
        return now.version();
    }
}
