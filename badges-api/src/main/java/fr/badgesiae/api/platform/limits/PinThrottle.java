package fr.badgesiae.api.platform.limits;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.client.Client;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Throttles wrong PINs, beside the lock that each slip and card has of its own. Too many on one slip or card close that one.
 * Too many from one network, in one organisation or in all leave each slip and card fewer tries, never none: nobody can close
 * the slips of others with wrong PINs on theirs. A known device keeps all of its tries. For a card it has tries of its own, so
 * that nobody can lock its holder out of it.
 */
public final class PinThrottle {
    /** Tries of a slip or card within an hour while a limit over many of them is closed. */
    static final int FEWER = 2;

    private static final String EVERYBODY = "";
    private static final String OWN = "known-device-pin";
    private static final List<Limit> OF_MANY =
            List.of(Limit.PIN_NETWORK, Limit.PIN_WIDE_NETWORK, Limit.PIN_ORGANISATION, Limit.PIN_ALL);

    private final FailureCounts counts;
    private final SignInThrottle waits;

    PinThrottle(FailureCounts counts, SignInThrottle waits) {
        this.counts = counts;
        this.waits = waits;
    }

    /**
     * A PIN that somebody tries.
     *
     * @param secret the keyed hash of the code of the slip or card; of a code that does not exist too
     * @param organisation of the slip; null for a card
     * @param client where the try comes from
     * @param knownDevice whether this slip or card was opened on this device before
     */
    @SuppressWarnings("ArrayRecordComponent") // one hash of one try; never compared
    public record Try(byte[] secret, @Nullable OrganisationId organisation, Client client, boolean knownDevice) {}

    /** Whether the PIN may be compared. Counts nothing. */
    public boolean allows(Try guess) {
        Map<Limit, Double> found = counts.within(keys(guess));
        if (FailureCounts.isClosed(found, Limit.PIN_SECRET)) {
            return false;
        }
        boolean fewer =
                !guess.knownDevice() && OF_MANY.stream().anyMatch(limit -> FailureCounts.isClosed(found, limit));
        return !fewer || found.getOrDefault(Limit.PIN_SECRET, 0.0) < FEWER;
    }

    /** Counts a wrong PIN. A right one in between takes nothing back. */
    public void failed(Try guess) {
        counts.failed(keys(guess));
    }

    /**
     * Whether the PIN may be compared on a known device, whatever wrong PINs others tried. It counts as a wrong one until {@link
     * #ownSucceeded}, so that concurrent tries gain nothing; after a few, each further one doubles the wait.
     */
    public boolean allowsOwn(Try guess) {
        return waits.allowed(OWN, own(guess));
    }

    /** Forgets the wrong PINs of this device. */
    public void ownSucceeded(Try guess) {
        waits.succeeded(OWN, own(guess));
    }

    private static String own(Try guess) {
        return guess.client().device().id() + "|" + HexFormat.of().formatHex(guess.secret());
    }

    private static List<FailureCounts.Key> keys(Try guess) {
        List<FailureCounts.Key> keys = new ArrayList<>(List.of(
                new FailureCounts.Key(Limit.PIN_SECRET, HexFormat.of().formatHex(guess.secret())),
                new FailureCounts.Key(
                        Limit.PIN_NETWORK, guess.client().network().near()),
                new FailureCounts.Key(
                        Limit.PIN_WIDE_NETWORK, guess.client().network().wide()),
                new FailureCounts.Key(Limit.PIN_ALL, EVERYBODY)));
        if (guess.organisation() != null) {
            keys.add(new FailureCounts.Key(
                    Limit.PIN_ORGANISATION, guess.organisation().toString()));
        }
        return keys;
    }
}
