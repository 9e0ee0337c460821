package fr.badgesiae.verifier.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.badgesiae.schemas.Catalogue;
import fr.badgesiae.verifier.CheckResult;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.codec.DateTimeStamp;
import fr.badgesiae.verifier.codec.Sha256;
import fr.badgesiae.verifier.pipeline.Check;
import fr.badgesiae.verifier.pipeline.VerificationContext;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.ParsedCredential;
import fr.badgesiae.verifier.read.ReadResult;
import fr.badgesiae.verifier.read.UnreadableException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proven lists of earlier verifications, by the SHA-256 of their bytes. A proof depends on those bytes, on the documents
 * fetched for it, and on the instant. An entry is reused only when each document is unchanged, the instant is not earlier,
 * and no document contains a later date. Bounded; thread-safe.
 */
final class StatusListCache {
    private static final int MAX_LISTS = 32;
    private static final int MAX_BITS = 256 << 10;

    private final Cache<String, Remembered> proven = bounded();
    private final Cache<String, byte[]> unpacked = bounded();

    /** A list whose proof passed, and the inputs of the proof. */
    record Remembered(ReadResult reading, CheckResult proof, boolean loopback, Instant at, List<Asked> asked) {}

    /** A document that the proof depends on. */
    record Asked(URI uri, FetchLimits limits, String sha256) {}

    /** Evicts in the calling thread: the bound holds at any time. */
    private static <T> Cache<String, T> bounded() {
        return Caffeine.newBuilder()
                .maximumSize(MAX_LISTS)
                .executor(Runnable::run)
                .build();
    }

    /** The cached list, if it holds for this verification. */
    Optional<Remembered> recall(String sha256, VerificationContext context) {
        return Optional.ofNullable(proven.getIfPresent(sha256))
                .filter(known -> known.loopback() == context.policy().allowLoopback()
                        && !context.policy().at().isBefore(known.at())
                        && known.asked().stream().allMatch(asked -> same(asked, context.fetcher())));
    }

    private static boolean same(Asked asked, Fetcher fetcher) {
        return fetcher.fetch(asked.uri(), asked.limits()) instanceof FetchResult.Fetched fetched
                && !fetched.stale()
                && Sha256.hex(fetched.body()).equals(asked.sha256());
    }

    /** Verifies the proof of a list, and caches the result when possible. */
    CheckResult prove(Check check, String sha256, ReadResult reading, VerificationContext context) {
        Witness witness = new Witness(context.fetcher(), context.policy().at());
        CheckResult proof = check.run(new VerificationContext(reading, context.policy(), witness));
        if (proof.outcome() == Outcome.PASSED && witness.settled && settled(reading, witness)) {
            Remembered known = new Remembered(
                    reading,
                    proof,
                    context.policy().allowLoopback(),
                    context.policy().at(),
                    List.copyOf(witness.asked));
            proven.put(sha256, known);
        }
        return proof;
    }

    /** Whether nothing in the list takes effect later, and no context may change. */
    private static boolean settled(ReadResult reading, Witness witness) {
        JsonNode document = reading.credential().orElseThrow().document();
        List<JsonNode> contexts = ParsedCredential.each(document.path("@context"));
        return witness.isSettled(document)
                && contexts.stream()
                        .allMatch(url -> url.isTextual()
                                && Catalogue.bundled().context(url.textValue()).isPresent());
    }

    /** The decompressed bits of a list, if cached. */
    Optional<byte[]> bits(String sha256, BitListKind kind) {
        return Optional.ofNullable(unpacked.getIfPresent(kind + sha256));
    }

    /** Caches the bits of a list up to a size. */
    void keep(String sha256, BitListKind kind, byte[] bits) {
        if (bits.length <= MAX_BITS) {
            unpacked.put(kind + sha256, bits);
        }
    }

    /** Records the documents that a proof depends on. */
    private static final class Witness implements Fetcher {
        private final Fetcher fetcher;
        private final Instant at;
        private final List<Asked> asked = new ArrayList<>();
        private boolean settled = true;

        Witness(Fetcher fetcher, Instant at) {
            this.fetcher = fetcher;
            this.at = at;
        }

        @Override
        public FetchResult fetch(URI uri, FetchLimits limits) {
            FetchResult answer = fetcher.fetch(uri, limits);
            if (answer instanceof FetchResult.Fetched fetched && !fetched.stale() && isSettled(fetched.body())) {
                asked.add(new Asked(uri, limits, Sha256.hex(fetched.body())));
            } else {
                settled = false;
            }
            return answer;
        }

        private boolean isSettled(byte[] body) {
            try {
                return isSettled(JsonReader.object(body));
            } catch (UnreadableException e) {
                return false;
            }
        }

        /** Whether every revocation and expiry in the document lies in the past. */
        boolean isSettled(JsonNode document) {
            List<JsonNode> dates = new ArrayList<>(document.findValues("revoked"));
            dates.addAll(document.findValues("expires"));
            return dates.stream()
                    .allMatch(date -> DateTimeStamp.parse(date.textValue())
                            .filter(instant -> !instant.isAfter(at))
                            .isPresent());
        }
    }
}
