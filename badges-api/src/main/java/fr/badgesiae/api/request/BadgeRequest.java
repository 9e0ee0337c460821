package fr.badgesiae.api.request;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.asked.RequestId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.request.content.RefusalReason;
import fr.badgesiae.api.request.content.RequestState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request with its words.
 *
 * @param badge what is asked for, or null where the words describe it
 * @param badgeName its name, or null
 * @param askedBy the member who asks for the person, or null where the person asked
 * @param member that member's name, or null
 * @param question of the desk; empty when none
 * @param answer to it; empty when none yet
 * @param reason of the refusal, or null
 * @param reply the sentence of the refusal
 * @param offer that answered it, or null
 */
public record BadgeRequest(
        RequestId id,
        PersonId person,
        String personName,
        @Nullable AchievementId badge,
        @Nullable String badgeName,
        @Nullable AccountId askedBy,
        @Nullable String member,
        String words,
        RequestState state,
        String question,
        @Nullable Instant questionAt,
        String answer,
        Instant toReadAt,
        @Nullable RefusalReason reason,
        String reply,
        @Nullable OfferId offer,
        @Nullable Instant closedAt,
        Instant createdAt) {

    public String path() {
        return "/app/requests/" + id;
    }

    static BadgeRequest of(RequestDao.RequestRow row) {
        return new BadgeRequest(
                new RequestId(row.id()),
                new PersonId(row.workerId()),
                row.firstName() + " " + row.lastName(),
                row.achievementId() == null ? null : new AchievementId(row.achievementId()),
                row.badge(),
                row.askedBy() == null ? null : new AccountId(row.askedBy()),
                row.member(),
                row.words(),
                row.state(),
                row.question(),
                row.questionAt(),
                row.answer(),
                row.toReadAt(),
                row.reason(),
                row.reply(),
                row.offerId() == null ? null : new OfferId(row.offerId()),
                row.closedAt(),
                row.createdAt());
    }
}
