package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import java.time.Instant;
import java.util.UUID;

/** Pins a signer: the network believes its lists from now on. */
public final class PinSigner {
    private final Platform platform;

    public PinSigner(Platform platform) {
        this.platform = platform;
    }

    /** Result of pinning. */
    sealed interface Outcome permits Pinned, AlreadyPinned {
        <T> T fold(Cases<T> cases);
    }

    /** One method for each outcome. */
    interface Cases<T> {
        T pinned(SignerId signer);

        T alreadyPinned();
    }

    /** The signer is pinned. */
    record Pinned(SignerId signer) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.pinned(signer);
        }
    }

    /** This network has pinned the DID before. */
    record AlreadyPinned() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.alreadyPinned();
        }
    }

    Outcome apply(OrganisationId network, AccountId by, SignerForm form) {
        UUID id = platform.ids().uuid();
        Instant now = platform.clock().instant();
        return platform.database().inOrganisation(network, handle -> {
            int rows = handle.attach(SignerDao.class).pin(id, network.value(), form, now, by.value());
            if (rows == 0) {
                return new AlreadyPinned();
            }
            platform.audit()
                    .record(handle, new AuditEvent(network, Actor.account(by), TrustAudit.TRUST_SIGNER_PINNED, id));
            return new Pinned(new SignerId(id));
        });
    }
}
