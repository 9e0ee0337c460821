package fr.badgesiae.api.platform.web;

import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The choice among the media types of one address (RFC 9110, 12.5.1). */
public final class AcceptHeader {
    private final List<MediaType> ranges;

    /** @param ranges as the request lists them, each with its parameter {@code q} */
    public AcceptHeader(List<MediaType> ranges) {
        this.ranges = ranges;
    }

    /**
     * The offer that the reader likes best: of the highest quality, then named most exactly, then named first, then offered
     * first. Empty where the reader takes none.
     *
     * @param type of an offer, without parameters
     */
    public <T> Optional<T> best(List<T> offers, Function<T, String> type) {
        return IntStream.range(0, offers.size())
                .mapToObj(place ->
                        new Offer<>(offers.get(place), place, range(MediaType.valueOf(type.apply(offers.get(place))))))
                .filter(offer -> offer.range() >= 0 && quality(offer.range()) > 0)
                .max(Comparator.<Offer<T>>comparingDouble(offer -> quality(offer.range()))
                        .thenComparingInt(offer -> exactness(ranges.get(offer.range())))
                        .thenComparingInt(offer -> -offer.range())
                        .thenComparingInt(offer -> -offer.place()))
                .map(Offer::value);
    }

    /** @param range the place of the range that decides about it, or -1 */
    private record Offer<T>(T value, int place, int range) {}

    /** The most exact range that holds the type. */
    private int range(MediaType type) {
        int found = -1;
        for (int i = 0; i < ranges.size(); i++) {
            MediaType range = ranges.get(i);
            if (range.isCompatible(type) && (found < 0 || exactness(range) > exactness(ranges.get(found)))) {
                found = i;
            }
        }
        return found;
    }

    private static int exactness(MediaType range) {
        return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
    }

    /** A quality that is no number is refused before, as is one beyond 1. */
    private double quality(int range) {
        String quality = ranges.get(range).getParameters().get("q");
        return quality == null ? 1 : Double.parseDouble(quality);
    }
}
