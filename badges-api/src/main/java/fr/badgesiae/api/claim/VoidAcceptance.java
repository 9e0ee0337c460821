package fr.badgesiae.api.claim;

import fr.badgesiae.api.credential.CredentialVoided;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.ReopenOffer;
import fr.badgesiae.api.platform.OrganisationId;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Voids an acceptance when our own verifier refused what was signed for it; its offer opens again. */
final class VoidAcceptance implements CredentialVoided {
    private final ReopenOffer reopen;
    private final Clock clock;

    VoidAcceptance(ReopenOffer reopen, Clock clock) {
        this.reopen = reopen;
        this.clock = clock;
    }

    @Override
    public void voided(Handle handle, OrganisationId organisation, UUID offer) {
        handle.attach(AcceptanceDao.class).voided(offer, organisation.value(), clock.instant());
        reopen.reopen(handle, organisation, new OfferId(offer));
    }
}
