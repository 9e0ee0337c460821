package fr.badgesiae.api.award;

import fr.badgesiae.api.credential.CredentialVoided;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Opens an accepted offer again, with a new slip, when our own verifier refused what was signed for it. */
public final class ReopenOffer implements CredentialVoided {
    private final Slips slips;
    private final Clock clock;
    private final Audit audit;

    ReopenOffer(Slips slips, Clock clock, Audit audit) {
        this.slips = slips;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    public void voided(Handle handle, OrganisationId organisation, UUID offer) {
        Instant now = clock.instant();
        handle.attach(AcceptanceDao.class).voided(offer, organisation.value(), now);
        SlipSecrets secrets = slips.draw(new OfferId(offer));
        if (handle.attach(OfferDao.class).reopen(offer, organisation.value(), now, OfferBadge.ends(now), secrets)
                == 1) {
            audit.record(handle, new AuditEvent(organisation, Actor.SYSTEM, AuditCode.OFFER_REISSUED, offer));
        }
    }
}
