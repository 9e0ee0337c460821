package fr.badgesiae.bench.shortcut;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Two operations measured in turn, in short batches: a machine that slows down slows both, and the ratio stays. The order
 * within a pair of batches changes each time. The clock is the processor time of the thread, which stands still while
 * other processes run.
 *
 * @param first nanoseconds of the first operation, median
 * @param second nanoseconds of the second operation, median
 * @param lower first quartile of second / first, pair by pair
 * @param median median of second / first
 * @param upper third quartile of second / first
 */
record Interleaving(double first, double second, double lower, double median, double upper) {
    private static final long WARM_UP = 8_000_000_000L;
    private static final long WARM_UP_BATCH = 25_000_000L;
    private static final long BATCH = 50_000_000L;
    private static final int PAIRS = 15;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static volatile Object sink;

    /** Two operations to compare. */
    record Pair(String name, Callable<?> one, Callable<?> other) {}

    /** Runs all pairs in turn before any is measured: the compiler has then seen all of them. */
    static void warmUp(List<Pair> pairs) throws Exception {
        long end = now() + WARM_UP;
        while (now() < end) {
            for (Pair pair : pairs) {
                during(pair.one(), WARM_UP_BATCH);
                during(pair.other(), WARM_UP_BATCH);
            }
        }
    }

    static Interleaving of(Pair operations) throws Exception {
        Callable<?> one = operations.one();
        Callable<?> other = operations.other();
        long ones = Math.max(1, during(one, BATCH));
        long others = Math.max(1, during(other, BATCH));
        double[] first = new double[PAIRS];
        double[] second = new double[PAIRS];
        double[] ratios = new double[PAIRS];
        for (int pair = 0; pair < PAIRS; pair++) {
            boolean swapped = pair % 2 == 1;
            second[pair] = swapped ? nanos(other, others) : 0;
            first[pair] = nanos(one, ones);
            second[pair] = swapped ? second[pair] : nanos(other, others);
            ratios[pair] = second[pair] / first[pair];
        }
        return new Interleaving(
                quantile(first, 0.5),
                quantile(second, 0.5),
                quantile(ratios, 0.25),
                quantile(ratios, 0.5),
                quantile(ratios, 0.75));
    }

    private static long now() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** How often an operation runs in this time. */
    private static long during(Callable<?> operation, long nanos) throws Exception {
        long end = now() + nanos;
        long count = 0;
        while (now() < end) {
            sink = operation.call();
            count++;
        }
        return count;
    }

    private static double nanos(Callable<?> operation, long times) throws Exception {
        long start = now();
        for (long i = 0; i < times; i++) {
            sink = operation.call();
        }
        return (now() - start) / (double) times;
    }

    static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /** The inverse of {@link #parse}. */
    String written() {
        return first + " " + second + " " + lower + " " + median + " " + upper;
    }

    static Interleaving parse(String text) {
        double[] numbers =
                Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
        return new Interleaving(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }
}
