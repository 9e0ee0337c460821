package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.trust.SignedTrustList;
import fr.badgesiae.verifier.trust.TrustListReader;
import java.net.URI;
import java.time.Clock;

/** Fetches a list and verifies it against the pinned DID; stores nothing. Never in a transaction. */
public final class ReadTrustList {
    private static final FetchLimits LIMITS = new FetchLimits(4 << 20, 3, false);

    private final Settings settings;
    private final Clock clock;
    private final Fetcher door;
    private final TrustListReader reader = new TrustListReader();

    /**
     * @param door fetches lists; without a cache, so that each call fetches again
     */
    public ReadTrustList(Settings settings, Clock clock, Fetcher door) {
        this.settings = settings;
        this.clock = clock;
        this.door = door;
    }

    /** Result of a read. */
    sealed interface Outcome permits Read, Failed {
        <T> T fold(Cases<T> cases);
    }

    /** One method for each outcome. */
    interface Cases<T> {
        T read(SignedTrustList list);

        T failed(ImportProblem problem);
    }

    /** The list is signed by the pinned DID and valid. */
    record Read(SignedTrustList list) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.read(list);
        }
    }

    /** There is no list that counts. */
    record Failed(ImportProblem problem) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.failed(problem);
        }
    }

    /**
     * @param signer the pinned DID
     * @param seen the highest sequence number accepted from this signer, or 0
     */
    Outcome apply(String signer, String address, long seen) {
        FetchResult fetched = door.fetch(URI.create(address), LIMITS);
        if (fetched instanceof FetchResult.Failed failed) {
            return new Failed(ImportProblem.of(failed.failure()));
        }
        byte[] body = ((FetchResult.Fetched) fetched).body();
        TrustListReader.Pinned pinned = new TrustListReader.Pinned(signer, clock.instant(), seen, loopback());
        TrustListReader.Answer answer = reader.read(body, pinned, door);
        if (answer instanceof TrustListReader.Refused refused) {
            return new Failed(ImportProblem.of(refused.problem()));
        }
        SignedTrustList list = ((TrustListReader.Accepted) answer).list();
        return list.entries().stream().allMatch(ReadTrustList::printable)
                ? new Read(list)
                : new Failed(ImportProblem.MALFORMED);
    }

    /** Whether the name, shown to people, holds no control or invisible character. */
    private static boolean printable(SignedTrustList.Entry entry) {
        return entry.name().codePoints().noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> false;
        });
    }

    /** In a demonstration and in tests everything runs on one machine. */
    private boolean loopback() {
        return !settings.secureCookies();
    }
}
