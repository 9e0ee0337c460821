package fr.badgesiae.api.offer.text;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.person.PersonId;

/**
 * What a counsellor wants to offer.
 *
 * @param narrative what the person does, 1 to 2,000 characters
 * @param evidence what supports it, as the badge's policy asks; at most 2,000 characters, or empty
 */
public record OfferRequest(PersonId person, AchievementVersionId version, String narrative, String evidence) {
    public static final int MOST = 2000;

    public OfferRequest {
        narrative = narrative == null ? "" : narrative.strip().replace("\r\n", "\n");
        evidence = evidence == null ? "" : evidence.strip().replace("\r\n", "\n");
    }
}
