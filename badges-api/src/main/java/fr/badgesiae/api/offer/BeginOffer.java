package fr.badgesiae.api.offer;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.offer.asked.AskedBadges;
import fr.badgesiae.api.offer.asked.RequestId;
import fr.badgesiae.api.offer.renewal.FindRenewed;
import fr.badgesiae.api.offer.renewal.Renewals;
import fr.badgesiae.api.offer.text.TypedOffer;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the form of an offer begins with: nothing, a person and a badge, what somebody asks for, or a badge that is renewed. */
final class BeginOffer {
    private final ListOfferChoices choices;
    private final FindRenewed renewals;
    private final AskedBadges asked;

    BeginOffer(ListOfferChoices choices, FindRenewed renewals, AskedBadges asked) {
        this.choices = choices;
        this.renewals = renewals;
        this.asked = asked;
    }

    /**
     * The form before anything is typed.
     *
     * @param found what can be chosen
     * @param typed what is filled in
     */
    record Beginning(ListOfferChoices.Choices found, TypedOffer typed) {}

    /**
     * With what somebody asks for.
     *
     * @throws ProblemException NOT_FOUND for a request that is not open
     */
    Beginning wanted(OrganisationId organisation, RequestId id) {
        AskedBadges.Wanted wanted = asked.find(organisation, id).orElseThrow(ProblemException::notFound);
        return chosen(organisation, wanted.person(), wanted.badge(), wanted.words());
    }

    /** @param narrative what it begins with; null for what members saw */
    Beginning chosen(
            OrganisationId organisation,
            @Nullable PersonId person,
            @Nullable AchievementId badge,
            @Nullable String narrative) {
        ListOfferChoices.Choices found = choices.apply(
                        organisation,
                        Optional.ofNullable(person),
                        Optional.ofNullable(narrative == null ? badge : null))
                .requireNotPaused();
        TypedOffer typed = new TypedOffer(
                person == null ? "" : person.toString(),
                version(found, badge),
                narrative == null ? found.draft() : narrative,
                "",
                "");
        return new Beginning(found, typed);
    }

    /** @throws ProblemException NOT_FOUND for a badge that is not in force */
    Renewals.Renewed renewed(OrganisationId organisation, CredentialId badge) {
        return renewals.apply(organisation, badge);
    }

    /** With the words of a badge that is renewed. */
    Beginning renewal(OrganisationId organisation, CredentialId badge, Renewals.Renewed renewed) {
        ListOfferChoices.Choices found = choices.apply(organisation, Optional.of(renewed.person()))
                .requireNotPaused();
        TypedOffer typed = new TypedOffer(
                renewed.person().toString(),
                version(found, renewed.achievement()),
                renewed.narrative(),
                renewed.evidence(),
                badge.toString());
        return new Beginning(found, typed);
    }

    private static String version(ListOfferChoices.Choices found, @Nullable AchievementId badge) {
        return found.badges().stream()
                .filter(choice -> choice.achievement().equals(badge))
                .map(choice -> choice.id().toString())
                .findFirst()
                .orElse("");
    }
}
