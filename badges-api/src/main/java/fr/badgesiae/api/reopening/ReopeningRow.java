package fr.badgesiae.api.reopening;

import fr.badgesiae.api.holder.access.ReopeningState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code access_reopening} with the name of its witness. The sealed columns are null unless its slip waits. */
@SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
public record ReopeningRow(
        UUID id,
        UUID holderId,
        ReopeningReason reason,
        ReopeningState state,
        Instant createdAt,
        Instant endsAt,
        @Nullable Instant usedAt,
        int failedPins,
        byte @Nullable [] codeSealed,
        byte @Nullable [] pinSealed,
        String witnessName) {

    /** The state at a moment: an end that has passed counts before the job has written it. */
    ReopeningState stateAt(Instant now) {
        return state == ReopeningState.OPEN && !endsAt.isAfter(now) ? ReopeningState.ENDED : state;
    }

    Reopening read(Instant now) {
        return new Reopening(
                new ReopeningId(id), reason, stateAt(now), createdAt, endsAt, usedAt, failedPins >= 5, witnessName);
    }
}
