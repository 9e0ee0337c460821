package fr.badgesiae.api.offer.text;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.html.Errors;

/**
 * A counsellor's request: a badge for a person, with its words.
 *
 * @param narrative the person's practice, 1 to 2,000 characters
 * @param evidence as the badge's policy asks: at most 2,000 characters, or empty
 */
public record OfferRequest(PersonId person, AchievementVersionId version, String narrative, String evidence) {
    public static final int MOST = 2000;

    public OfferRequest {
        narrative = narrative.strip().replace("\r\n", "\n");
        evidence = evidence.strip().replace("\r\n", "\n");
    }

    /** The errors of its words, by field {@code narrative} and {@code evidence}. */
    public Errors errors(EvidencePolicy policy) {
        Errors errors = Errors.none();
        if (narrative.isEmpty()) {
            errors = errors.with("narrative", "award.error.narrative-missing");
        }
        if (narrative.length() > MOST) {
            errors = errors.with("narrative", "award.error.too-long", MOST);
        }
        if (evidence.length() > MOST) {
            errors = errors.with("evidence", "award.error.too-long", MOST);
        }
        if (policy == EvidencePolicy.REQUIRED_TEXT && evidence.isEmpty()) {
            errors = errors.with("evidence", "award.error.evidence-missing");
        }
        if (policy == EvidencePolicy.NONE && !evidence.isEmpty()) {
            errors = errors.with("evidence", "award.error.evidence-unwanted");
        }
        return errors;
    }
}
