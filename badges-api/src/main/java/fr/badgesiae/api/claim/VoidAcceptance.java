package fr.badgesiae.api.claim;

import fr.badgesiae.api.credential.CredentialVoided;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.Offers;
import fr.badgesiae.api.platform.OrganisationId;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Voids an acceptance when our own verifier refused its signed credential; its offer opens again. */
final class VoidAcceptance implements CredentialVoided {
    private final Offers offers;
    private final Clock clock;

    VoidAcceptance(Offers offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    @Override
    public void voided(Handle handle, OrganisationId organisation, UUID offer) {
        handle.attach(AcceptanceDao.class).voided(offer, organisation.value(), clock.instant());
        offers.reopen(handle, organisation, new OfferId(offer));
    }
}
