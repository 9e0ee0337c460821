package fr.badgesiae.bench.growth;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/**
 * How the time of one statement grows.
 *
 *
 * @param smallMs the first quartile on the small database, in milliseconds
 * @param largeMs the same on the large one
 * @param smallRows rows returned on the small database, the median
 * @param largeRows the same on the large one
 */
record Growth(double smallMs, double largeMs, int smallRows, int largeRows) {
    /** From this factor on, a statement is a whole list that grows with the data by its purpose. */
    private static final int WHOLE_LIST = 10;

    static Growth of(Timed[] small, Timed[] large) {
        return new Growth(quartile(small), quartile(large), rows(small), rows(large));
    }

    /** The time on the large database; that of a whole list for as many rows as on the small one. */
    double expectedMs() {
        return returnsWholeList() ? largeMs * smallRows / largeRows : largeMs;
    }

    String line(String statement) {
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %d | %d | %.2f%s |",
                statement,
                smallMs,
                largeMs,
                smallRows,
                largeRows,
                expectedMs() / smallMs,
                returnsWholeList() ? " a row" : "");
    }

    private boolean returnsWholeList() {
        return smallRows > 0 && largeRows >= (long) WHOLE_LIST * smallRows;
    }

    private static double quartile(Timed[] times) {
        return Arrays.stream(times).mapToDouble(Timed::ms).sorted().toArray()[times.length / 4];
    }

    private static int rows(Timed[] times) {
        return Arrays.stream(times)
                .sorted(Comparator.comparingInt(Timed::rows))
                .toList()
                .get(times.length / 2)
                .rows();
    }
}
