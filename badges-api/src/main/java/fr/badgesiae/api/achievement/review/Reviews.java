package fr.badgesiae.api.achievement.review;

import fr.badgesiae.api.platform.OrganisationId;
import org.jdbi.v3.core.Handle;

/** The choice of an organisation, in a transaction on its behalf. */
public final class Reviews {
    private Reviews() {}

    /** Whether the organisation wants two people for a publication. */
    public static boolean required(Handle handle, OrganisationId organisation) {
        return handle.attach(ReviewDao.class).required(organisation.value());
    }
}
