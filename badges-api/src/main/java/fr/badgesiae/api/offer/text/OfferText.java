package fr.badgesiae.api.offer.text;

import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.platform.Sha256;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text that the worker is shown before answering, word for word.
 *
 * @param level in the badge's language, or empty
 * @param language of the badge's texts
 */
public record OfferText(
        String badge,
        String description,
        String criteria,
        String level,
        String narrative,
        String evidence,
        String shortName,
        String fullName,
        String language) {

    public static OfferText of(PublishedAchievement achievement, String narrative, String evidence, Person person) {
        var content = achievement.content();
        return new OfferText(
                content.name(),
                content.description(),
                content.publishedCriteria(),
                content.level() == null ? "" : content.level().words(content.language()),
                narrative,
                evidence,
                person.shortName(),
                person.fullName(),
                content.language());
    }

    /** The name that a choice shows, or null. */
    public @Nullable String displayedName(NameChoice choice) {
        return choice.of(shortName, fullName);
    }

    /** Hexadecimal SHA-256 of the text. The answer carries it: nobody accepts a text that they were not shown. */
    public String fingerprint() {
        return HexFormat.of()
                .formatHex(Sha256.ofTexts(
                        List.of(badge, description, criteria, level, narrative, evidence, shortName, fullName)));
    }

    /** SHA-256 of the text and of the choices. */
    public byte[] accepted(NameChoice choice, boolean showEvidence) {
        return Sha256.ofTexts(List.of(fingerprint(), choice.name(), Boolean.toString(showEvidence)));
    }
}
