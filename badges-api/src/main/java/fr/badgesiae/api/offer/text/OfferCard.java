package fr.badgesiae.api.offer.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.verification.BadgeCard;
import java.time.Instant;

/** An offer as the card of the badge that accepting it would make, with the proposed name. */
public final class OfferCard {
    private OfferCard() {}

    /** @param zone of the organisation */
    public static BadgeCard of(
            PublishedAchievement achievement, OfferText text, FrenchZone zone, Instant now, Settings settings) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode subject = json.putObject("credentialSubject");
        subject.set("achievement", achievement.json());
        subject.put("narrative", text.narrative());
        subject.putArray("identifier")
                .addObject()
                .put("hashed", false)
                .put("identityHash", text.shortName())
                .put("identityType", "name");
        achievement
                .achievedLevelId()
                .ifPresent(level -> subject.putArray("result").addObject().put("achievedLevel", level));
        if (!text.evidence().isEmpty()) {
            json.putArray("evidence").addObject().put("narrative", text.evidence());
        }
        Integer months = achievement.content().validityMonths();
        if (months != null) {
            json.put("validUntil", zone.day(now).plusMonths(months).toString());
        }
        return BadgeCard.written(json, settings, zone);
    }
}
