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
import org.jspecify.annotations.Nullable;

/**
 * A list credential of one verification: read, proven, dated and decompressed at most once, whatever the number of its
 * entries. Results that do not depend on the verification come from the cache while they hold. Used by one thread.
 */
final class FetchedStatusList {
    private final FetchResult.Fetched fetched;
    private final String sha256;
    private final VerificationContext context;
    private final StatusListCache memory;
    private final Optional<StatusListCache.Remembered> remembered;
    private final ReadResult reading;
    private @Nullable CheckResult proof;
    private @Nullable CheckResult period;
    private Optional<byte[]> bits = Optional.empty();

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

    /** The result of PROOF for the list credential. */
    CheckResult proof(Check check) {
        if (proof == null) {
            proof = remembered
                    .map(StatusListCache.Remembered::proof)
                    .orElseGet(() -> memory.prove(check, sha256, reading, context));
        }
        return proof;
    }

    /** The result of VALIDITY_PERIOD for the list credential. */
    CheckResult period(Check check) {
        if (period == null) {
            period = check.run(context.nested(reading));
        }
        return period;
    }

    /** The bits; empty when the list is malformed. */
    Optional<byte[]> bits(BitListKind kind) throws TooLargeException {
        if (bits.isEmpty()) {
            bits = memory.bits(sha256, kind);
        }
        if (bits.isEmpty()) {
            String encoded = reading.credential()
                    .orElseThrow()
                    .subject()
                    .path("encodedList")
                    .textValue();
            bits = kind.decode(encoded);
            bits.ifPresent(decoded -> memory.keep(sha256, kind, decoded));
        }
        return bits;
    }
}
