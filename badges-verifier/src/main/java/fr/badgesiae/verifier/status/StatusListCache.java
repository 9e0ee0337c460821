package fr.badgesiae.verifier.status;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists proven in earlier judgements, by the SHA-256 of their bytes. A proof is a function of those bytes, of the documents
 * that were fetched to verify it and of the instant: it is recalled only when each of those documents is the same again, the
 * instant is no earlier, and nothing in them was to change later. Bounded; safe for many threads.
 */
final class StatusListCache {
    private static final int MAX_LISTS = 32;
    private static final int MAX_BITS = 256 << 10;

    private final Map<String, Remembered> proven = bounded();
    private final Map<String, byte[]> unpacked = bounded();

    /** A list whose proof passed, and what it passed on. */
    record Remembered(ReadResult reading, CheckResult proof, boolean loopback, Instant at, List<Asked> asked) {}

    /** A document that the proof was verified with. */
    record Asked(URI uri, FetchLimits limits, String sha256) {}

    private static <T> Map<String, T> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MAX_LISTS;
            }
        };
    }

    /** What is known of a list, if it still holds for this judgement. */
    Optional<Remembered> recall(String sha256, VerificationContext context) {
        Remembered known;
        synchronized (proven) {
            known = proven.get(sha256);
        }
        boolean holds = known != null
                && known.loopback() == context.policy().allowLoopback()
                && !context.policy().at().isBefore(known.at())
                && known.asked().stream().allMatch(asked -> same(asked, context.fetcher()));
        return holds ? Optional.of(known) : Optional.empty();
    }

    private static boolean same(Asked asked, Fetcher fetcher) {
        return fetcher.fetch(asked.uri(), asked.limits()) instanceof FetchResult.Fetched fetched
                && !fetched.stale()
                && Sha256.hex(fetched.body()).equals(asked.sha256());
    }

    /** Verifies the proof of a list, and remembers it where that may be done. */
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
            synchronized (proven) {
                proven.put(sha256, known);
            }
        }
        return proof;
    }

    /** Whether the list itself has nothing that changes later, nor a context that somebody else may change. */
    private static boolean settled(ReadResult reading, Witness witness) {
        JsonNode document = reading.credential().orElseThrow().document();
        List<JsonNode> contexts = ParsedCredential.each(document.path("@context"));
        return witness.isSettled(document)
                && contexts.stream()
                        .allMatch(url -> url.isTextual()
                                && Catalogue.bundled().context(url.textValue()).isPresent());
    }

    /** The bits of a list unpacked before. */
    Optional<byte[]> bits(String sha256, BitListKind kind) {
        synchronized (unpacked) {
            return Optional.ofNullable(unpacked.get(kind + sha256));
        }
    }

    /** Keeps the bits of a list unless they are many. */
    void keep(String sha256, BitListKind kind, byte[] bits) {
        if (bits != null && bits.length <= MAX_BITS) {
            synchronized (unpacked) {
                unpacked.put(kind + sha256, bits);
            }
        }
    }

    /** Sees every document that a proof is verified with. */
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

        /** Whether every revocation and expiry in it lies behind. */
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
