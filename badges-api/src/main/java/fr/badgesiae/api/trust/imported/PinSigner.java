package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A network begins and ends believing a signer. What an unpinned signer said is forgotten in the same transaction. */
public final class PinSigner {
    private final Platform platform;

    public PinSigner(Platform platform) {
        this.platform = platform;
    }

    /** @return empty where this network has pinned the DID already */
    Optional<SignerId> pin(OrganisationId network, AccountId by, SignerForm form) {
        UUID id = platform.ids().uuid();
        Instant now = platform.clock().instant();
        return platform.database().inOrganisation(network, handle -> {
            int rows = handle.attach(SignerDao.class).pin(id, network.value(), form, now, by.value());
            if (rows == 0) {
                return Optional.empty();
            }
            platform.audit()
                    .record(handle, new AuditEvent(network, Actor.account(by), AuditCode.TRUST_SIGNER_PINNED, id));
            return Optional.of(new SignerId(id));
        });
    }

    /**
     * @throws ProblemException NOT_FOUND when this network pinned no such signer
     */
    void unpin(OrganisationId network, AccountId by, SignerId signer) {
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
                                    network, Actor.account(by), AuditCode.TRUST_SIGNER_UNPINNED, signer.value()));
            return true;
        });
    }
}
