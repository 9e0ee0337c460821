package fr.badgesiae.api.claim;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.holder.CardContact;
import fr.badgesiae.api.offer.OfferState;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import java.util.Optional;

/**
 * The progress of a claim after its answer.
 *
 * @param state of the offer, as of now
 * @param credential empty before the acceptance, as is the holder
 * @param card the card's code while it is shown
 * @param contact whom its holder turns to
 * @param kept whether the holder said on this claim that they have the card: it is shown again, and opens nothing
 * @param finished whether nothing is left to do: the slip is closed and the badge is released
 * @param revoked whether the badge was revoked since
 */
public record Progress(
        Step step,
        OfferState state,
        Optional<CredentialId> credential,
        Optional<HolderId> holder,
        Optional<Code> card,
        Optional<CardContact> contact,
        boolean kept,
        boolean finished,
        boolean revoked) {
    /** The next step of the holder-to-be. */
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
}
