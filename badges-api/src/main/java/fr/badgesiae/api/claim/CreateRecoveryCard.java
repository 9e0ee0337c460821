package fr.badgesiae.api.claim;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.holder.RecoveryCards;
import fr.badgesiae.api.holder.Visits;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Pins;
import fr.badgesiae.api.platform.db.Database;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * After accepting: the holder chooses a PIN of their own and gets a card. Until they say that they keep the card, the slip
 * still leads back here, so that a claim cut short is not lost; then the slip is dead.
 */
public final class CreateRecoveryCard {
    private final Database database;
    private final Passwords passwords;
    private final RecoveryCards cards;
    private final Visits visits;

    CreateRecoveryCard(ClaimDependencies needs) {
        this.database = needs.database();
        this.passwords = needs.passwords();
        this.cards = needs.cards();
        this.visits = needs.visits();
    }

    /** Where a claim stands after the acceptance. */
    public enum Step {
        /** Not accepted. */
        NONE,
        /** The holder has no card: they choose a PIN. */
        CHOOSE_PIN,
        /** The card is there to be copied or printed. */
        SHOW_CARD,
        /** The holder has their card, from this claim or an earlier one. */
        DONE
    }

    /**
     * Where a claim stands.
     *
     * @param credential null before the acceptance, as is the holder
     * @param card the card's code while it is shown, or null
     */
    public record Progress(Step step, CredentialId credential, HolderId holder, Code card) {}

    public Progress progress(OrganisationId organisation, OfferId offer) {
        return database.inOrganisation(organisation, handle -> progress(handle, organisation, offer));
    }

    /** Takes the chosen PIN; false when it is too simple, and then nothing happened. */
    public boolean choose(OrganisationId organisation, OfferId offer, String pin) {
        if (!Pins.acceptable(pin)) {
            return false;
        }
        String hash = passwords.hash(pin);
        return database.inOrganisation(organisation, handle -> {
            Progress progress = progress(handle, organisation, offer);
            if (progress.step() == Step.CHOOSE_PIN) {
                cards.give(handle, progress.holder(), hash);
            }
            return true;
        });
    }

    /**
     * The holder keeps the card, and the slip is dead.
     *
     * @param opens whether their space opens on this device now
     * @return the holder, when there is one
     */
    public Optional<HolderId> kept(OrganisationId organisation, OfferId offer, boolean opens) {
        return database.inOrganisation(organisation, handle -> {
            Progress progress = progress(handle, organisation, offer);
            if (progress.step() != Step.SHOW_CARD) {
                return Optional.empty();
            }
            cards.kept(handle, progress.holder());
            handle.attach(ClaimDao.class).slipIsDead(offer.value(), organisation.value());
            if (opens) {
                visits.opened(handle, progress.holder(), Visits.Way.SLIP);
            }
            return Optional.of(progress.holder());
        });
    }

    /** A holder who has a card already needs nothing of this slip any more. */
    void slipIsDead(OrganisationId organisation, OfferId offer) {
        database.inOrganisation(organisation, handle -> {
            Progress progress = progress(handle, organisation, offer);
            return progress.step() == Step.DONE
                    ? handle.attach(ClaimDao.class).slipIsDead(offer.value(), organisation.value())
                    : 0;
        });
    }

    private Progress progress(Handle handle, OrganisationId organisation, OfferId offer) {
        Optional<AcceptanceRow> accepted =
                handle.attach(AcceptanceDao.class).ofOffer(offer.value(), organisation.value());
        if (accepted.isEmpty()) {
            return new Progress(Step.NONE, null, null, null);
        }
        HolderId holder = new HolderId(accepted.get().holderId());
        CredentialId credential = new CredentialId(accepted.get().credentialId());
        Database.alsoForHolder(handle, holder);
        Optional<Code> card = cards.shown(handle, holder);
        boolean slipOpens = handle.attach(ClaimDao.class)
                .slipOpens(offer.value(), organisation.value())
                .orElse(false);
        if (!cards.exists(handle, holder)) {
            return new Progress(Step.CHOOSE_PIN, credential, holder, null);
        }
        // Only the claim that made the card shows it: its slip is the one that is still alive.
        return card.isPresent() && slipOpens
                ? new Progress(Step.SHOW_CARD, credential, holder, card.get())
                : new Progress(Step.DONE, credential, holder, null);
    }
}
