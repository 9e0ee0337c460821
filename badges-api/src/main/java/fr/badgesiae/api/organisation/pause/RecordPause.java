package fr.badgesiae.api.organisation.pause;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import org.jdbi.v3.core.Handle;

/** Writes the audit line of a pause or its end, in the transaction of that change. */
final class RecordPause {
    private final Audit audit;

    RecordPause(Audit audit) {
        this.audit = audit;
    }

    /**
     * @param rows how many memberships changed
     * @throws ProblemException NOT_FOUND for another network's organisation, CONFLICT when nothing changed
     */
    void record(
            Handle handle, int rows, OrganisationId network, Actor by, OrganisationId organisation, AuditCode code) {
        if (rows == 0) {
            throw handle.attach(PauseDao.class)
                    .legalName(network.value(), organisation.value())
                    .map(there ->
                            new ProblemException(ProblemType.CONFLICT, "The organisation is in this state already."))
                    .orElseGet(ProblemException::notFound);
        }
        audit.record(handle, new AuditEvent(organisation, by, code, organisation.value()));
    }
}
