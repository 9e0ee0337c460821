package fr.badgesiae.api.pathway;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Reveals a PASS IAE number. An audit line names the account that read it. */
final class RevealPassIae {
    private final Platform platform;
    private final SealPassIae seal;

    RevealPassIae(Platform platform) {
        this.platform = platform;
        this.seal = new SealPassIae(platform.vault());
    }

    /** @throws ProblemException NOT_FOUND for another worker's pathway, or one without a number */
    PassIae apply(Principal by, PersonId person, PathwayId pathway) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            ShowPathway.find(handle, by.organisation(), person, pathway);
            byte[] sealed = handle.attach(PathwayDao.class)
                    .passIae(pathway.value(), by.organisation().value())
                    .orElseThrow(ProblemException::notFound);
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(),
                                    Actor.account(by.account()),
                                    PathwayAudit.PASS_IAE_REVEALED,
                                    pathway.value()));
            return seal.open(by.organisation(), pathway, sealed);
        });
    }
}
