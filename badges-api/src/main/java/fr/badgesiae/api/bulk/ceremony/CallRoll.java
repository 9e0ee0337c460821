package fr.badgesiae.api.bulk.ceremony;

import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.Set;
import java.util.UUID;

/** Notes who has come. */
public final class CallRoll {
    private final Platform platform;

    CallRoll(Platform platform) {
        this.platform = platform;
    }

    /**
     * Of those shown, the ticked ones are present; a colleague's ticks of others stay.
     *
     * @throws ProblemException NOT_FOUND for a ceremony of another organisation
     */
    public void apply(OrganisationId organisation, CeremonyId id, Set<OfferId> shown, Set<OfferId> present) {
        platform.database().inOrganisation(organisation, handle -> {
            Ceremonies.lock(handle, organisation, id);
            return handle.attach(CeremonyDao.class)
                    .call(
                            id.value(),
                            organisation.value(),
                            ids(shown),
                            ids(present),
                            platform.clock().instant());
        });
    }

    private static UUID[] ids(Set<OfferId> offers) {
        return offers.stream().map(OfferId::value).toArray(UUID[]::new);
    }
}
