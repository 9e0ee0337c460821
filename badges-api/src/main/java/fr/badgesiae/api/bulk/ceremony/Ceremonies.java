package fr.badgesiae.api.bulk.ceremony;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Ceremonies read with their sums; always within one organisation. */
final class Ceremonies {
    private Ceremonies() {}

    /** @throws ProblemException NOT_FOUND for a ceremony of another organisation */
    static Ceremony require(Handle handle, OrganisationId organisation, CeremonyId id) {
        return handle.attach(CeremonyDao.class)
                .find(id.value(), organisation.value())
                .map(Ceremonies::read)
                .orElseThrow(ProblemException::notFound);
    }

    /**
     * Locks it until the transaction ends.
     *
     * @throws ProblemException NOT_FOUND for a ceremony of another organisation
     */
    static UUID lock(Handle handle, OrganisationId organisation, CeremonyId id) {
        return handle.attach(CeremonyDao.class)
                .lock(id.value(), organisation.value())
                .orElseThrow(ProblemException::notFound);
    }

    static Ceremony read(CeremonyDao.CeremonyRow row) {
        return new Ceremony(
                new CeremonyId(row.id()), row.heldOn(), row.place(), row.guests(), row.present(), row.accepted());
    }
}
