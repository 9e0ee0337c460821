package fr.badgesiae.api.request.space;

import fr.badgesiae.api.offer.asked.RequestId;
import fr.badgesiae.api.request.content.RefusalReason;
import fr.badgesiae.api.request.content.RequestState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as the person who asked reads it.
 *
 * @param organisation its public name
 * @param badge its name, or null where the words describe it
 * @param question of the organisation; empty when none
 * @param answer to it; empty when none yet
 * @param reason of the refusal, or null
 * @param reply the sentence of the refusal
 */
public record OwnRequest(
        RequestId id,
        String organisation,
        @Nullable String badge,
        String words,
        RequestState state,
        String question,
        @Nullable Instant questionAt,
        String answer,
        @Nullable RefusalReason reason,
        String reply,
        Instant createdAt,
        @Nullable Instant closedAt) {
    public String path() {
        return "/me/requests/" + id;
    }

    static OwnRequest of(SpaceRequestDao.RequestRow row) {
        return new OwnRequest(
                new RequestId(row.id()),
                row.organisation(),
                row.badge(),
                row.words(),
                row.state(),
                row.question(),
                row.questionAt(),
                row.answer(),
                row.reason(),
                row.reply(),
                row.createdAt(),
                row.closedAt());
    }
}
