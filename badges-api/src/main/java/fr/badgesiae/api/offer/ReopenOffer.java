package fr.badgesiae.api.offer;

import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.offer.slip.Slips;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Opens an accepted offer again, with a new slip, when our own verifier refused what was signed for it. */
public final class ReopenOffer {
    private final Slips slips;
    private final Clock clock;
    private final Audit audit;

    ReopenOffer(Slips slips, Clock clock, Audit audit) {
        this.slips = slips;
        this.clock = clock;
        this.audit = audit;
    }

    /** Within the transaction that voids the credential. */
    public void reopen(Handle handle, OrganisationId organisation, OfferId id) {
        Instant now = clock.instant();
        SlipSecrets secrets = slips.draw(id.value());
        if (handle.attach(OfferDao.class).reopen(id.value(), organisation.value(), now, OfferBadge.ends(now), secrets)
                == 1) {
            audit.record(handle, new AuditEvent(organisation, Actor.SYSTEM, AuditCode.OFFER_REISSUED, id.value()));
        }
    }
}
