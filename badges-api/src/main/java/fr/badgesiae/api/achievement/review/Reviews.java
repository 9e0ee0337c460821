package fr.badgesiae.api.achievement.review;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.platform.OrganisationId;
import org.jdbi.v3.core.Handle;

/** Requests to publish as the acts on drafts see them, in their transaction. */
public final class Reviews {
    private Reviews() {}

    /** Whether the organisation wants two people for a publication. */
    public static boolean required(Handle handle, OrganisationId organisation) {
        return handle.attach(ReviewDao.class).required(organisation.value());
    }

    /** What was asked for is published, or nobody asks any more. */
    public static void end(Handle handle, OrganisationId organisation, AchievementId achievement) {
        handle.attach(ReviewDao.class).delete(organisation.value(), achievement.value());
    }
}
