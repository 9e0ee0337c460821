package fr.badgesiae.api.offer;

import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.offer.text.Dispute;
import fr.badgesiae.api.offer.text.OfferText;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.OrganisationId;
import java.time.Instant;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * An offer with its person and its badge.
 *
 * @param dispute the error that the worker reported, or null
 * @param locked whether five wrong PINs locked its slip
 * @param slipOpens whether its slip still opens the claim: the offer waits, or its holder has no card yet
 * @param slipPrints whether the desk can print it
 * @param renews the badge that it renews, as it was accepted, or null
 * @param prints how often its slip was printed or shown
 * @param follower the name of the member who follows it; empty where the reader may not see it
 */
public record Offer(
        OfferId id,
        OrganisationId organisation,
        Person person,
        PublishedAchievement achievement,
        String narrative,
        String evidence,
        OfferState state,
        @Nullable Dispute dispute,
        AccountId offeredBy,
        Instant createdAt,
        Instant endsAt,
        boolean locked,
        boolean slipOpens,
        boolean slipPrints,
        @Nullable CredentialId renews,
        int prints,
        String follower) {
    /** Wrong PINs that lock a slip until it is re-issued. */
    public static final int MOST_WRONG_PINS = 5;

    /** Time from an offer to its end. */
    static final Period LIFE = Period.ofMonths(12);

    static Instant ends(Instant from, FrenchZone zone) {
        return from.atZone(zone.zone()).plus(LIFE).toInstant();
    }

    /** The text that the worker is shown, and accepts. */
    public OfferText text() {
        return OfferText.of(achievement, narrative, evidence, person);
    }

    /** The state at a moment: an end that has passed counts before the job has written it. */
    public OfferState stateAt(Instant now) {
        return state.at(now, endsAt);
    }
}
