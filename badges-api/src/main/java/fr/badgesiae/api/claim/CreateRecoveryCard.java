package fr.badgesiae.api.claim;

import fr.badgesiae.api.holder.RecoveryCards;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Pins;
import fr.badgesiae.api.platform.db.Database;
import java.util.Optional;

/**
 * Makes the recovery card of a holder who accepted and has none, under a PIN that they choose. Until they keep the card, the
 * slip leads back to it: a claim cut short is not lost.
 */
public final class CreateRecoveryCard {
    private final Database database;
    private final Claims claims;
    private final RecoveryCards cards;
    private final Passwords passwords;

    CreateRecoveryCard(Database database, Claims claims, RecoveryCards cards, Passwords passwords) {
        this.database = database;
        this.claims = claims;
        this.cards = cards;
        this.passwords = passwords;
    }

    /** The outcome; nothing is written when the PIN is refused. */
    public enum Outcome {
        TAKEN,
        TOO_SIMPLE,
        /** It is the PIN of the slip: it stands on paper, and the member who printed it has seen it. */
        PIN_OF_SLIP
    }

    /** Takes the chosen PIN. A holder who has a card keeps it, under its PIN. */
    public Outcome apply(OrganisationId organisation, OfferId offer, String pin) {
        if (!Pins.acceptable(pin)) {
            return Outcome.TOO_SIMPLE;
        }
        Optional<String> ofSlip = database.inOrganisation(
                organisation, handle -> handle.attach(ClaimDao.class).slipPin(offer.value(), organisation.value()));
        if (ofSlip.isPresent() && passwords.matches(pin, ofSlip.get())) {
            return Outcome.PIN_OF_SLIP;
        }
        String hash = passwords.hash(pin);
        return database.inOrganisation(organisation, handle -> {
            Progress progress = claims.progress(handle, organisation, offer);
            if (progress.step() == Progress.Step.CHOOSE_PIN) {
                cards.give(handle, progress.holder().orElseThrow(), hash);
            }
            return Outcome.TAKEN;
        });
    }
}
