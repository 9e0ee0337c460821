package fr.badgesiae.api.journal.seal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An audit line as it is sealed. */
public record SealedLine(
        long id,
        Instant createdAt,
        @Nullable UUID organisationId,
        String actorKind,
        @Nullable UUID actorId,
        String code,
        @Nullable UUID subjectId,
        long xact) {
    /** The codes that the function {@code forget_audit} removes sooner than others. */
    static final Set<String> SIGN_INS = Set.of("SIGNED_IN", "SIGN_IN_FAILED", "SIGNED_OUT", "DEVICE_TAKEN_BACK");

    boolean isSignIn() {
        return SIGN_INS.contains(code);
    }

    UUID owner() {
        return organisationId == null ? SealDao.NOBODY : organisationId;
    }

    /** Whether the line is not behind a place in the order of rounds. */
    boolean upTo(long lastXact, long lastId) {
        return xact < lastXact || (xact == lastXact && id <= lastId);
    }

    /** All columns but the transaction, which another cluster counts anew. No value contains the separator. */
    byte[] bytes() {
        String text = id + "|" + micros(createdAt) + "|" + organisationId + "|" + actorKind + "|" + actorId + "|" + code
                + "|" + subjectId + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Microseconds, as the database stores them. */
    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
