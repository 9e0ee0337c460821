package fr.badgesiae.api.observation.client;

import fr.badgesiae.api.observation.content.ClientCodeId;
import fr.badgesiae.api.observation.content.ObservationAudit;
import fr.badgesiae.api.person.team.Reach;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.UUID;

/** Ends a code before its day. What clients said stays. */
final class EndClientCode {
    private final Platform platform;

    EndClientCode(Platform platform) {
        this.platform = platform;
    }

    /** @throws ProblemException NOT_FOUND for a code of a person whom the member may not observe */
    boolean apply(Principal by, ClientCodeId id) {
        UUID organisation = by.organisation().value();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            ClientCodeDao dao = handle.attach(ClientCodeDao.class);
            ClientCodeDao.CodeRow row =
                    dao.find(id.value(), organisation, Reach.of(by).member()).orElseThrow(ProblemException::notFound);
            boolean ended = dao.end(id.value(), organisation, platform.clock().instant()) == 1;
            if (ended) {
                platform.audit()
                        .record(
                                handle,
                                new AuditEvent(
                                        by.organisation(),
                                        Actor.account(by.account()),
                                        ObservationAudit.CLIENT_CODE_ENDED,
                                        row.workerId()));
            }
            return ended;
        });
    }
}
