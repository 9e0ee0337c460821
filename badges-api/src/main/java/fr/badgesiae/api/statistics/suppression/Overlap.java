package fr.badgesiae.api.statistics.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Counts of sets that overlap, such as groups of people, whose total is published. A set is shown if it, the others, and each
 * region that it makes with every set shown before are nobody or at least {@link Suppression#LEAST} in each count. Regions of
 * three sets are not looked at.
 */
public final class Overlap {
    /** How many sets are shown: each is looked at with every other. */
    static final int MOST = 50;

    private Overlap() {}

    /**
     * What is in exactly these sets.
     *
     * @param sets their labels
     */
    @SuppressWarnings("ArrayRecordComponent") // copied in and out; never compared
    public record Region(Set<String> sets, long[] counts) {
        public Region {
            sets = Set.copyOf(sets);
            counts = counts.clone();
        }

        @Override
        public long[] counts() {
            return counts.clone();
        }
    }

    /**
     * The counts of each set.
     *
     * @param hidden whether they are not shown
     */
    @SuppressWarnings("ArrayRecordComponent") // copied in and out; never compared
    public record Published(long[] counts, boolean hidden) {
        public Published {
            counts = counts.clone();
        }

        @Override
        public long[] counts() {
            return counts.clone();
        }
    }

    /** The sets in the order of their labels, which tells nothing of their size. */
    public static Map<String, Published> published(List<Region> regions) {
        Set<String> labels = new TreeSet<>();
        regions.forEach(region -> labels.addAll(region.sets()));
        Map<String, Published> published = new LinkedHashMap<>();
        List<String> shown = new ArrayList<>();
        for (String label : labels) {
            boolean safe = shown.size() < MOST
                    && safe(regions, Set.of(label))
                    && shown.stream().allMatch(other -> safe(regions, Set.of(label, other)));
            if (safe) {
                shown.add(label);
            }
            published.put(
                    label, new Published(sum(regions, region -> region.sets().contains(label)), !safe));
        }
        return published;
    }

    /** Whether each region that these sets make is nobody or many. */
    private static boolean safe(List<Region> regions, Set<String> sets) {
        Map<Set<String>, long[]> sums = new LinkedHashMap<>();
        for (Region region : regions) {
            Set<String> within = new TreeSet<>(region.sets());
            within.retainAll(sets);
            sums.merge(within, region.counts(), Overlap::plus);
        }
        return sums.values().stream().flatMapToLong(Arrays::stream).noneMatch(Suppression::small);
    }

    private static long[] sum(Collection<Region> regions, Predicate<Region> which) {
        int measures = regions.iterator().next().counts().length;
        return regions.stream().filter(which).map(Region::counts).reduce(new long[measures], Overlap::plus);
    }

    private static long[] plus(long[] one, long[] other) {
        long[] sum = one.clone();
        for (int measure = 0; measure < sum.length; measure++) {
            sum[measure] += other[measure];
        }
        return sum;
    }
}
