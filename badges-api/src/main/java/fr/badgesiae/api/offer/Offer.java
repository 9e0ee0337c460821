package fr.badgesiae.api.offer;

import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.offer.text.Dispute;
import fr.badgesiae.api.offer.text.OfferText;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import java.time.Instant;

/**
 * An offer with what it is made of.
 *
 * @param dispute what the worker said is wrong, or null
 * @param locked whether five wrong PINs locked its slip
 * @param slipOpens whether its slip still opens something: it stands open, or the holder has no card yet
 * @param slipPrints whether the desk can print it
 * @param prints how often its slip was printed or shown
 */
public record Offer(
        OfferId id,
        OrganisationId organisation,
        Person person,
        PublishedAchievement achievement,
        String narrative,
        String evidence,
        OfferState state,
        Dispute dispute,
        AccountId offeredBy,
        Instant createdAt,
        Instant endsAt,
        boolean locked,
        boolean slipOpens,
        boolean slipPrints,
        int prints) {
    /** Wrong PINs that lock a slip until it is re-issued. */
    public static final int MOST_WRONG_PINS = 5;

    /** What the worker is shown, and accepts. */
    public OfferText text() {
        return OfferText.of(achievement, narrative, evidence, person);
    }

    /** The state at a moment: an end that has passed counts before the job has written it. */
    public OfferState stateAt(Instant now) {
        boolean open = state == OfferState.OFFERED || state == OfferState.DISPUTED;
        return open && !endsAt.isAfter(now) ? OfferState.EXPIRED : state;
    }
}
