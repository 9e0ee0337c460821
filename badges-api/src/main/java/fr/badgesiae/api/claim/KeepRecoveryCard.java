package fr.badgesiae.api.claim;

import fr.badgesiae.api.holder.RecoveryCards;
import fr.badgesiae.api.holder.Visits;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.util.Optional;

/** Records that the holder keeps the card: it is never shown again, and the slip is closed. */
public final class KeepRecoveryCard {
    private final Database database;
    private final Claims claims;
    private final RecoveryCards cards;
    private final Visits visits;

    KeepRecoveryCard(Database database, Claims claims, RecoveryCards cards, Visits visits) {
        this.database = database;
        this.claims = claims;
        this.cards = cards;
        this.visits = visits;
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
            if (progress.step() != Progress.Step.SHOW_CARD) {
                return Optional.empty();
            }
            HolderId holder = progress.holder().orElseThrow();
            cards.kept(handle, holder);
            handle.attach(ClaimDao.class).closeSlip(offer.value(), organisation.value());
            if (opens) {
                visits.opened(handle, holder, Visits.Way.SLIP);
            }
            return Optional.of(holder);
        });
    }
}
