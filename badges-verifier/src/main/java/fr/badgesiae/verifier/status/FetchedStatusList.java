package fr.badgesiae.verifier.status;

import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.codec.Sha256;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.CredentialReader;
import fr.badgesiae.verifier.read.ReadResult;
import fr.badgesiae.verifier.status.BitstringStatusList.TooLargeException;
import java.util.Optional;

/**
 * A list credential of one judgement: read, proven, dated and unpacked at most once, however many entries name it. What does
 * not depend on the judgement comes from a memory where it is still true. Used by one thread.
 */
final class FetchedStatusList {
    private final FetchResult.Fetched fetched;
    private final String sha256;
    private final VerificationContext context;
    private final StatusListCache memory;
    private final Optional<StatusListCache.Remembered> remembered;
    private final ReadResult reading;
    private CheckResult proof;
    private CheckResult period;
    private byte[] bits;

    FetchedStatusList(FetchResult.Fetched fetched, VerificationContext context, StatusListCache memory) {
        this.fetched = fetched;
        this.sha256 = Sha256.hex(fetched.body());
        this.context = context;
        this.memory = memory;
        this.remembered = memory.recall(sha256, context);
        this.reading = remembered
                .map(StatusListCache.Remembered::reading)
                .orElseGet(() -> CredentialReader.read(fetched.body()));
    }

    ReadResult reading() {
        return reading;
    }

    int length() {
        return fetched.body().length;
    }

    String sha256() {
        return sha256;
    }

    boolean stale() {
        return fetched.stale();
    }

    /** Whether the list's own proof verifies, with a key of its issuer. */
    CheckResult proof(Check check) {
        if (proof == null) {
            proof = remembered
                    .map(StatusListCache.Remembered::proof)
                    .orElseGet(() -> memory.prove(check, sha256, reading, context));
        }
        return proof;
    }

    /** Whether the list is within its own period. */
    CheckResult period(Check check) {
        if (period == null) {
            period = check.run(context.nested(reading));
        }
        return period;
    }

    /** The bits, or nothing when the list holds none. */
    Optional<byte[]> bits(BitListKind kind) throws TooLargeException {
        if (bits == null) {
            bits = memory.bits(sha256, kind).orElse(null);
        }
        if (bits == null) {
            String encoded = reading.credential()
                    .orElseThrow()
                    .subject()
                    .path("encodedList")
                    .textValue();
            bits = kind.decode(encoded).orElse(null);
            memory.keep(sha256, kind, bits);
        }
        return Optional.ofNullable(bits);
    }
}
