package fr.badgesiae.api.offer;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The list of offers.
 *
 * @param state only these, or null for all
 * @param next the path of the next page, or null
 * @param first the path of the first page, or null when this is it
 */
public record OffersPage(List<Line> lines, OfferState state, String next, String first) {

    /** One offer of the list. */
    public record Line(String path, String person, String badge, String stateKey, boolean locked, Instant created) {}

    /** The states to choose from. */
    public static List<OfferState> states() {
        return Arrays.stream(OfferState.values())
                .filter(state -> state != OfferState.DRAFT)
                .toList();
    }
}
