package fr.badgesiae.api.claim;

import fr.badgesiae.api.holder.RecoveryCards;
import fr.badgesiae.api.holder.Visits;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.util.Optional;

/**
 * Records that the holder has their card. On their own device the space opens, and the slip shows the card again until it was
 * used once, but opens nothing more. On a device that was passed over the slip is closed.
 */
public final class KeepRecoveryCard {
    private final Database database;
    private final Claims claims;
    private final RecoveryCards cards;
    private final Visits visits;
    private final Clock clock;

    KeepRecoveryCard(Database database, Claims claims, RecoveryCards cards, Visits visits, Clock clock) {
        this.database = database;
        this.claims = claims;
        this.cards = cards;
        this.visits = visits;
        this.clock = clock;
    }

    /**
     * Keeps the card.
     *
     * @param opens whether the holder's space opens on this device now
     * @return the holder; empty when no card is shown to be kept
     */
    public Optional<HolderId> apply(OrganisationId organisation, OfferId offer, boolean opens) {
        return database.inOrganisation(organisation, handle -> {
            Progress progress = claims.progress(handle, organisation, offer);
            if (progress.step() != Progress.Step.SHOW_CARD || progress.kept()) {
                return Optional.empty();
            }
            HolderId holder = progress.holder().orElseThrow();
            cards.kept(handle, holder);
            ClaimDao dao = handle.attach(ClaimDao.class);
            if (opens) {
                dao.keepCard(offer.value(), organisation.value(), clock.instant());
                visits.opened(handle, holder, Visits.Way.SLIP);
            } else {
                dao.closeSlip(offer.value(), organisation.value());
            }
            return Optional.of(holder);
        });
    }
}
