package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.verifier.FetchLimits;
import fr.badgesiae.verifier.FetchResult;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.IssuerDocuments;
import fr.badgesiae.verifier.keys.KeyResolver;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.trust.SignedTrustList;
import fr.badgesiae.verifier.trust.TrustListReader;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** Gets a list from its address and holds it against the DID that was pinned; keeps nothing. Never in a transaction. */
public final class ReadTrustList {
    private static final FetchLimits LIMITS = new FetchLimits(4 << 20, 3, false);

    private final Settings settings;
    private final Clock clock;
    private final Fetcher door;
    private final TrustListReader reader = new TrustListReader();
    private final PublicKeys keys = new PublicKeys(Crypto.best());

    /**
     * @param door to the network; without a cache, so that asking again asks
     */
    public ReadTrustList(Settings settings, Clock clock, Fetcher door) {
        this.settings = settings;
        this.clock = clock;
        this.door = door;
    }

    /** What came of it. */
    sealed interface Result {}

    record Read(SignedTrustList list) implements Result {}

    record Failed(ImportProblem problem) implements Result {}

    /**
     * @param seen the highest sequence number accepted from this signer, or 0
     */
    Result read(String signer, String address, long seen) {
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

    /** A name is shown to people; one with control characters in it says something else than it shows. */
    private static boolean printable(SignedTrustList.Entry entry) {
        return entry.name().codePoints().noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> false;
        });
    }

    /** The keys that the signer publishes now; none where it cannot be asked. */
    List<Fingerprint> keys(String signer) {
        KeyResolver resolver = new KeyResolver(keys, new IssuerDocuments(door), loopback());
        return Fingerprint.of(resolver.assertionKeys(signer));
    }

    /** In a demonstration and in tests everything runs on one machine. */
    private boolean loopback() {
        return !settings.secureCookies();
    }
}
