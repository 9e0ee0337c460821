package fr.badgesiae.api.platform.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session to insert. Its kind decides which ids are set. */
@SuppressWarnings("ArrayRecordComponent") // bound to a statement; never compared
public record NewSession(
        UUID id,
        SessionKind kind,
        byte[] tokenHash,
        @Nullable UUID organisation,
        @Nullable UUID account,
        @Nullable UUID holder,
        @Nullable UUID offer,
        @Nullable UUID passkey,
        Instant now,
        int idleSeconds,
        Instant endsAt) {

    /** How long a session lasts without use, and at most. */
    enum Life {
        DESK(Duration.ofHours(2), Duration.ofHours(12)),
        /** For people who read slowly. */
        CLAIM(Duration.ofMinutes(30), Duration.ofHours(1)),
        HOLDER(Duration.ofMinutes(15), Duration.ofHours(4)),
        /** On a phone of one's own: each use begins the days anew, until the phone is asked again. */
        PHONE(Duration.ofDays(30), Duration.ofDays(180));

        private final Duration idle;
        private final Duration longest;

        Life(Duration idle, Duration longest) {
            this.idle = idle;
            this.longest = longest;
        }

        int idleSeconds() {
            return (int) idle.toSeconds();
        }

        Duration longest() {
            return longest;
        }
    }
}
