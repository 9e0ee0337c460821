package fr.badgesiae.api.offer.begin;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.offer.asked.AskedBadges;
import fr.badgesiae.api.offer.asked.RequestId;
import fr.badgesiae.api.offer.renewal.Renewals;
import fr.badgesiae.api.offer.text.TypedOffer;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the form of an offer begins with: nothing, a person and a badge, what somebody asks for, or a badge that is renewed.
 *
 * @param person or null
 * @param badge or null
 * @param narrative the first words, or null for what members saw
 * @param renewed the badge that the offer renews, or empty
 */
public record Beginning(
        @Nullable PersonId person,
        @Nullable AchievementId badge,
        @Nullable String narrative,
        String evidence,
        String renewed) {
    /** @param narrative the first words, or null for what members saw */
    public static Beginning chosen(
            @Nullable PersonId person, @Nullable AchievementId badge, @Nullable String narrative) {
        return new Beginning(person, badge, narrative, "", "");
    }

    /**
     * With what somebody asks for.
     *
     * @throws ProblemException NOT_FOUND for a request that is not open
     */
    public static Beginning wanted(AskedBadges asked, OrganisationId organisation, RequestId request) {
        AskedBadges.Wanted wanted = asked.find(organisation, request).orElseThrow(ProblemException::notFound);
        return chosen(wanted.person(), wanted.badge(), wanted.words());
    }

    /** With the words of a badge that is renewed. */
    public static Beginning renewal(CredentialId badge, Renewals.Renewed renewed) {
        return new Beginning(
                renewed.person(), renewed.achievement(), renewed.narrative(), renewed.evidence(), badge.toString());
    }

    /** The badge whose first words come from what members saw. */
    public Optional<AchievementId> drafted() {
        return Optional.ofNullable(narrative == null ? badge : null);
    }

    /**
     * The form.
     *
     * @param version of the badge, or empty
     * @param draft from what members saw
     */
    public TypedOffer typed(String version, String draft) {
        return new TypedOffer(
                person == null ? "" : person.toString(),
                version,
                narrative == null ? draft : narrative,
                evidence,
                renewed);
    }
}
