package fr.badgesiae.api.journal.seal;

import fr.badgesiae.api.platform.Sha256;
import fr.badgesiae.api.platform.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * The keyed digests of the seal: HMAC-SHA-256 with a key outside the database. Who can write every table cannot compute one, and
 * who reads a digest of forgotten lines cannot guess them.
 */
final class Digests {
    static final byte[] NONE = new byte[32];

    private static final HexFormat HEX = HexFormat.of();

    private final Vault vault;

    Digests(Vault vault) {
        this.vault = vault;
    }

    /** What a head says of its lines; digests in hexadecimal digits. */
    record Content(int lines, String linesDigest, int signIns, String signInsDigest, Instant oldestAt) {
        static Content of(SealedHead head) {
            return new Content(
                    head.lines(),
                    HEX.formatHex(head.linesDigest()),
                    head.signIns(),
                    HEX.formatHex(head.signInsDigest()),
                    head.oldestAt());
        }

        boolean sameLines(SealedHead head) {
            return lines == head.lines() && linesDigest.equals(HEX.formatHex(head.linesDigest()));
        }

        boolean sameSignIns(SealedHead head) {
            return signIns == head.signIns() && signInsDigest.equals(HEX.formatHex(head.signInsDigest()));
        }
    }

    /** @param lines of one owner, in their order */
    Content content(List<SealedLine> lines) {
        List<byte[]> lasting = new ArrayList<>();
        List<byte[]> signIns = new ArrayList<>();
        Instant oldest = Instant.MAX;
        for (SealedLine line : lines) {
            (line.isSignIn() ? signIns : lasting).add(line.bytes());
            oldest = line.createdAt().isBefore(oldest) ? line.createdAt() : oldest;
        }
        return new Content(
                lasting.size(),
                HEX.formatHex(keyed("audit_lines", HEX.formatHex(Sha256.of(lasting)))),
                signIns.size(),
                HEX.formatHex(keyed("audit_sign_ins", HEX.formatHex(Sha256.of(signIns)))),
                oldest);
    }

    byte[] head(UUID owner, long round, long number, Content content, byte[] previous) {
        return keyed(
                "audit_head",
                "%s|%d|%d|%d|%s|%d|%s|%d|%s"
                        .formatted(
                                owner,
                                round,
                                number,
                                content.lines(),
                                content.linesDigest(),
                                content.signIns(),
                                content.signInsDigest(),
                                SealedLine.micros(content.oldestAt()),
                                HEX.formatHex(previous)));
    }

    /**
     * @param owners in the order of their heads
     * @param heads the digests of the heads, one after the other
     */
    byte[] round(long number, Instant at, List<UUID> owners, byte[] heads, byte[] previous) {
        return keyed(
                "audit_round",
                "%d|%d|%s|%s|%s"
                        .formatted(
                                number, SealedLine.micros(at), owners, HEX.formatHex(heads), HEX.formatHex(previous)));
    }

    /** Says that a round is the last one. */
    byte[] tip(long round, byte[] digest) {
        return keyed("audit_tip", round + "|" + HEX.formatHex(digest));
    }

    private byte[] keyed(String purpose, String text) {
        return vault.lookup(purpose, text);
    }
}
