package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Unpins a signer of a network and deletes its imported entries in the same transaction. */
public final class UnpinSigner {
    private final Platform platform;

    public UnpinSigner(Platform platform) {
        this.platform = platform;
    }

    /**
     * @throws ProblemException NOT_FOUND when this network pinned no such signer
     */
    void apply(OrganisationId network, AccountId by, SignerId signer) {
        platform.database().inOrganisation(network, handle -> {
            SignerDao dao = handle.attach(SignerDao.class);
            if (dao.unpin(signer.value(), network.value(), platform.clock().instant()) == 0) {
                throw ProblemException.notFound();
            }
            dao.forget(signer.value(), network.value());
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    network, Actor.account(by), TrustAudit.TRUST_SIGNER_UNPINNED, signer.value()));
            return true;
        });
    }
}
