package fr.badgesiae.api.platform.limits;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.client.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Throttles the codes that confirm an address: nobody's letter box is filled from here, and nobody pays for thousands of SMS.
 * Counts are of the address, whoever asks, of the holder, of the network where it is known, and of all.
 */
public final class CodeThrottle {
    private static final String EVERYBODY = "";
    private static final Pattern SUBADDRESS = Pattern.compile("\\+[^@]*(?=@)");

    private final FailureCounts counts;

    CodeThrottle(FailureCounts counts) {
        this.counts = counts;
    }

    /**
     * Counts one code, unless a limit is closed.
     *
     * @param address where it goes; upper and lower case are one, and so is what stands behind a {@code +}
     * @return whether it may be sent
     */
    public boolean allows(HolderId holder, String address, Client client) {
        return counts.counted(keys(holder, box(address), client));
    }

    /** The letter box of an address: {@code name+word@host} leads to that of {@code name@host} with many providers. */
    private static String box(String address) {
        return SUBADDRESS.matcher(address.toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    private static List<FailureCounts.Key> keys(HolderId holder, String address, Client client) {
        List<FailureCounts.Key> keys = new ArrayList<>(List.of(
                new FailureCounts.Key(Limit.CODE_ADDRESS, address),
                new FailureCounts.Key(Limit.CODE_HOLDER, holder.toString()),
                new FailureCounts.Key(Limit.CODE_ALL, EVERYBODY)));
        if (client.network().known()) {
            keys.add(new FailureCounts.Key(Limit.CODE_NETWORK, client.network().near()));
            keys.add(new FailureCounts.Key(
                    Limit.CODE_WIDE_NETWORK, client.network().wide()));
        }
        return keys;
    }
}
