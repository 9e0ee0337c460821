package fr.badgesiae.api.journal.seal;

import java.time.Instant;

/**
 * The head of one organisation in one round.
 *
 * @param oldestAt the time of the oldest line
 * @param untilXact with {@code untilId}, the last line of the round
 */
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
        long untilId) {}
