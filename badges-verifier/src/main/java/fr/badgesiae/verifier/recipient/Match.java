package fr.badgesiae.verifier.recipient;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * How an identity of a badge compares with the person that the policy names.
 *
 * @param degree best first
 * @param differences of the spelling, in the order of {@link Difference}; only of {@link Degree#OTHER_SPELLING}
 */
record Match(Degree degree, List<Difference> differences) {
    /** The better match first: the degree, then the fewest differences. */
    static final Comparator<Match> BEST = Comparator.comparing(Match::degree)
            .thenComparing(match -> match.differences().size());

    /** Best first. An open question precedes a difference: one identity of several may be the person’s. */
    enum Degree {
        SAME,
        OTHER_SPELLING,
        /** The hash is of none of the spellings tried. */
        HASH_NOT_MATCHED,
        /** The hash algorithm is not known. */
        HASH_UNKNOWN,
        /** A plain value that differs. */
        OTHER
    }

    static Match of(Degree degree) {
        return new Match(degree, List.of());
    }

    /** A match, by these differences of spelling or none. */
    static Match spelt(Set<Difference> differences) {
        return new Match(
                differences.isEmpty() ? Degree.SAME : Degree.OTHER_SPELLING,
                differences.stream().sorted().toList());
    }
}
