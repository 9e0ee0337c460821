package fr.badgesiae.api.journal.seal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The head of one organisation in one round.
 *
 * @param oldestAt the time of the oldest line
 * @param createdAt when its round was made, as the digest of the round has it
 * @param untilXact with {@code untilId}, the last line of the round
 * @param after when the round before was made; null where it is not there
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as the database has them; never compared
public record SealedHead(
        long round,
        long number,
        int lines,
        byte[] linesDigest,
        int signIns,
        byte[] signInsDigest,
        Instant oldestAt,
        byte[] previous,
        byte[] digest,
        Instant createdAt,
        long untilXact,
        long untilId,
        @Nullable Instant after) {}
