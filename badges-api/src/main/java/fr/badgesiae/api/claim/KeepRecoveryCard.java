package fr.badgesiae.api.claim;

import fr.badgesiae.api.holder.RecoveryCards;
import fr.badgesiae.api.holder.Visits;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.OpenedSession;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Records that the holder has their card. On their own device the space opens, and the slip shows the card again until it was
 * used once, but opens nothing more. On a device that was passed over the slip is closed.
 */
public final class KeepRecoveryCard {
    private final Database database;
    private final Claims claims;
    private final RecoveryCards cards;
    private final Visits visits;
    private final Sessions sessions;
    private final Clock clock;

    KeepRecoveryCard(
            Database database, Claims claims, RecoveryCards cards, Visits visits, Sessions sessions, Clock clock) {
        this.database = database;
        this.claims = claims;
        this.cards = cards;
        this.visits = visits;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * The card is kept.
     *
     * @param session of the holder's space, where it opens on this device
     */
    public record Kept(HolderId holder, Optional<OpenedSession> session) {}

    /**
     * Keeps the card.
     *
     * @param opens whether the holder's space opens on this device now
     * @return empty when no card is shown to be kept
     */
    public Optional<Kept> apply(OrganisationId organisation, OfferId offer, boolean opens) {
        return database.inOrganisation(organisation, handle -> {
            Optional<HolderId> shown = shown(handle, organisation, offer);
            shown.ifPresent(holder -> cards.lock(handle, holder));
            // Somebody may have taken the space back before it was locked.
            return shown.isPresent() && shown(handle, organisation, offer).equals(shown)
                    ? Optional.of(keep(handle, organisation, offer, shown.get(), opens))
                    : Optional.empty();
        });
    }

    /** Whose card is shown by this claim, and not yet kept. */
    private Optional<HolderId> shown(Handle handle, OrganisationId organisation, OfferId offer) {
        Progress progress = claims.progress(handle, organisation, offer);
        return progress.step() == Progress.Step.SHOW_CARD && !progress.kept() ? progress.holder() : Optional.empty();
    }

    private Kept keep(Handle handle, OrganisationId organisation, OfferId offer, HolderId holder, boolean opens) {
        cards.kept(handle, holder);
        ClaimDao dao = handle.attach(ClaimDao.class);
        if (!opens) {
            dao.closeSlip(offer.value(), organisation.value());
            return new Kept(holder, Optional.empty());
        }
        dao.keepCard(offer.value(), organisation.value(), clock.instant());
        visits.opened(handle, holder, Visits.Way.SLIP);
        return new Kept(holder, Optional.of(sessions.openHolder(handle, holder)));
    }
}
