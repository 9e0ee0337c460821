package fr.badgesiae.api.statistics.suppression;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hides rows of a table of counts whose totals are published. Each row has one count a measure. A count from 1 to 4 is small
 * (primary suppression); other rows are hidden with it until no hidden count follows from the totals (complementary suppression).
 * A zero is shown: it is nobody.
 *
 * <p>Tables that share nothing but their total may be published together. Rows of a shown row are a table of their own; of a
 * hidden row nothing is shown.
 */
public final class Suppression {
    /** The smallest count that is shown, zero aside. */
    public static final long LEAST = 5;

    private Suppression() {}

    /** Whether a count is too small to be shown. */
    public static boolean small(long count) {
        return count > 0 && count < LEAST;
    }

    /**
     * Which rows are hidden: all of them where no choice of rows is safe.
     *
     * @param rows of the same number of counts each
     */
    public static boolean[] hidden(List<long[]> rows) {
        return hidden(rows, new long[rows.size()]);
    }

    /**
     * The same, and a row of few people is hidden even where its counts are not small.
     *
     * @param people of each row; they are not shown and need not add up
     */
    public static boolean[] hidden(List<long[]> rows, long... people) {
        boolean[] hidden = new boolean[rows.size()];
        for (int row = 0; row < hidden.length; row++) {
            hidden[row] = small(people[row]) || Arrays.stream(rows.get(row)).anyMatch(Suppression::small);
        }
        while (!safe(rows, hidden)) {
            int next = firstShown(rows, hidden);
            if (next < 0) {
                Arrays.fill(hidden, true);
                return hidden;
            }
            hidden[next] = true;
        }
        return hidden;
    }

    /** The same for one measure. */
    public static boolean[] hidden(long... counts) {
        return hidden(
                Arrays.stream(counts).mapToObj(count -> new long[] {count}).toList());
    }

    private static boolean safe(List<long[]> rows, boolean... hidden) {
        int[] which =
                IntStream.range(0, hidden.length).filter(row -> hidden[row]).toArray();
        if (which.length == 0) {
            return true;
        }
        if (which.length == 1) {
            return false;
        }
        for (int measure = 0; measure < rows.get(0).length; measure++) {
            long sum = 0;
            for (int row : which) {
                sum += rows.get(row)[measure];
            }
            if (sum > 0 && (sum < LEAST || pinned(sum, which.length))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the sum of the hidden counts tells each of them to a reader who knows this rule. */
    private static boolean pinned(long sum, int hidden) {
        boolean hardlyMoreThanOnes = sum < 2L * hidden;
        // With several measures also where a large row was added: one that is small in another measure shows which row
        // it is.
        boolean nothingButTheMost = sum == (LEAST - 1) * hidden;
        return hardlyMoreThanOnes || nothingButTheMost;
    }

    /** The first in the order of the rows: an order by size would tell the reader how large the added ones are at most. */
    private static int firstShown(List<long[]> rows, boolean[] hidden) {
        return IntStream.range(0, hidden.length)
                .filter(row -> !hidden[row] && Arrays.stream(rows.get(row)).sum() > 0)
                .findFirst()
                .orElse(-1);
    }
}
