package fr.badgesiae.api.request.space;

import fr.badgesiae.api.offer.asked.RequestId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import fr.badgesiae.api.request.content.RequestAudit;
import java.util.Optional;

/** The holder answers the question of an organisation, or takes the request back. */
public final class AnswerRequest {
    private final Platform platform;

    AnswerRequest(Platform platform) {
        this.platform = platform;
    }

    /**
     * Writes it down.
     *
     * @param answer 1 to 500 characters; empty to take the request back
     * @throws ProblemException NOT_FOUND for a request of somebody else; CONFLICT when it is closed, or nothing was asked
     */
    public RequestId apply(HolderId holder, RequestId id, Optional<String> answer) {
        SpaceRequestDao.RequestRow row = platform.database()
                .inHolder(holder, handle -> handle.attach(SpaceRequestDao.class).request(id.value()))
                .orElseThrow(ProblemException::notFound);
        OrganisationId organisation = new OrganisationId(row.organisationId());
        return platform.database().inOrganisation(organisation, handle -> {
            SpaceRequestDao dao = handle.attach(SpaceRequestDao.class);
            if (dao.lock(row.workerId(), row.organisationId(), holder.value()).isEmpty()) {
                throw ProblemException.notFound();
            }
            int changed = answer.map(words -> dao.answer(
                            id.value(),
                            row.organisationId(),
                            row.workerId(),
                            words,
                            platform.clock().instant()))
                    .orElseGet(() -> dao.withdraw(
                            id.value(),
                            row.organisationId(),
                            row.workerId(),
                            platform.clock().instant()));
            if (changed == 0) {
                throw new ProblemException(ProblemType.CONFLICT, "This request has been answered or closed before.");
            }
            RequestAudit code = answer.isPresent() ? RequestAudit.REQUEST_ANSWERED : RequestAudit.REQUEST_WITHDRAWN;
            platform.audit().record(handle, new AuditEvent(organisation, Actor.holder(holder), code, row.workerId()));
            return id;
        });
    }
}
