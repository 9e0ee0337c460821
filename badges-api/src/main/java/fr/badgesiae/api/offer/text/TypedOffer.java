package fr.badgesiae.api.offer.text;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jspecify.annotations.Nullable;

/**
 * The form of an offer as typed.
 *
 * @param renews the id of a badge that the offer renews, or empty
 */
public record TypedOffer(String person, String version, String narrative, String evidence, String renews) {
    public static TypedOffer of(MultivaluedMap<String, String> form) {
        return new TypedOffer(
                text(form, "worker"),
                text(form, "version"),
                text(form, "narrative"),
                text(form, "evidence"),
                text(form, "renews"));
    }

    /** The same with another text of its evidence. */
    public TypedOffer proved(String text) {
        return new TypedOffer(person, version, narrative, text, renews);
    }

    /** The badge that the offer renews, or null. */
    public @Nullable CredentialId renewed() {
        return renews.isEmpty() ? null : CredentialId.parse(renews);
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value;
    }

    /** What is not chosen yet. */
    public Errors missing() {
        Errors errors = Errors.none();
        if (person.isEmpty()) {
            errors = errors.with("worker", "award.error.choose-worker");
        }
        return version.isEmpty() ? errors.with("version", "award.error.choose-badge") : errors;
    }

    public OfferRequest request() {
        return new OfferRequest(
                PersonId.fromString(person), AchievementVersionId.fromString(version), narrative, evidence);
    }
}
