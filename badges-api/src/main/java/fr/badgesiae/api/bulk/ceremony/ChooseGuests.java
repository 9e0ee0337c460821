package fr.badgesiae.api.bulk.ceremony;

import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.Set;
import java.util.UUID;

/** Chooses the offers of a ceremony: of those shown, the ticked ones. */
public final class ChooseGuests {
    private final Platform platform;

    ChooseGuests(Platform platform) {
        this.platform = platform;
    }

    /**
     * Adds the ticked offers, and removes the other ones that were shown.
     *
     * @throws ProblemException NOT_FOUND for a ceremony of another organisation
     */
    public void apply(OrganisationId organisation, CeremonyId id, Set<OfferId> shown, Set<OfferId> chosen) {
        UUID[] ticked = chosen.stream().map(OfferId::value).toArray(UUID[]::new);
        UUID[] others = shown.stream()
                .filter(offer -> !chosen.contains(offer))
                .map(OfferId::value)
                .toArray(UUID[]::new);
        platform.database().inOrganisation(organisation, handle -> {
            Ceremonies.lock(handle, organisation, id);
            CeremonyDao dao = handle.attach(CeremonyDao.class);
            dao.add(id.value(), organisation.value(), ticked, platform.clock().instant());
            return dao.remove(id.value(), organisation.value(), others);
        });
    }
}
