package fr.badgesiae.api.observation;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.observation.content.Manner;
import fr.badgesiae.api.observation.content.Objection;
import fr.badgesiae.api.observation.content.ObservationId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member or a client saw a person do.
 *
 * @param badgeName of the badge now
 * @param tasks of the badge as their words were then
 * @param note one sentence, or empty
 * @param objection what the person says of it, or null
 * @param photo whether it has a photograph
 * @param client whether a client saw it; {@code seenBy} is the member who asked them
 */
public record Observation(
        ObservationId id,
        PersonId person,
        String personName,
        AchievementId badge,
        String badgeName,
        AccountId seenBy,
        String author,
        LocalDate seenOn,
        Manner manner,
        List<String> tasks,
        String note,
        @Nullable Objection objection,
        boolean photo,
        boolean client,
        Instant createdAt) {
    /** How long its author may change it. */
    static final Duration OPEN = Duration.ofDays(7);

    public String path() {
        return "/app/observations/" + id;
    }

    /** Its author, for a week; not what the person objects to, nor the words of a client. */
    boolean mayChange(Principal by, Instant now) {
        return fresh(by, now) && objection == null && !client;
    }

    /** Its author, for a week, and whoever manages the organisation. */
    boolean mayDelete(Principal by, Instant now) {
        return fresh(by, now) || by.may(Permission.ORGANISATION);
    }

    private boolean fresh(Principal by, Instant now) {
        return seenBy.equals(by.account()) && now.isBefore(createdAt.plus(OPEN));
    }
}
