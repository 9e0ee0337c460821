package fr.badgesiae.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/** How long one operation took each time, in milliseconds, shortest first. */
record Times(double[] millis) {
    Times {
        millis = millis.clone();
        Arrays.sort(millis);
    }

    /** Times an operation, after runs that are not counted. */
    static Times of(int warm, int counted, Callable<?> operation) throws Exception {
        for (int i = 0; i < warm; i++) {
            operation.call();
        }
        double[] millis = new double[counted];
        for (int i = 0; i < counted; i++) {
            long start = System.nanoTime();
            operation.call();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        return new Times(millis);
    }

    double p50() {
        return millis[millis.length / 2];
    }

    private double p95() {
        return millis[millis.length * 95 / 100];
    }

    private double sum() {
        return Arrays.stream(millis).sum();
    }

    static void head() {
        System.out.println("| figure | p50 ms | p95 ms | in all ms | per second | floor | floor p50 ms | ratio |");
        System.out.println("|---|---|---|---|---|---|---|---|");
    }

    void row(String figure, String floor, Times least) {
        System.out.printf(
                Locale.ROOT,
                "| %s, %d times | %,.1f | %,.1f | %,.0f | %,.1f | %s | %,.1f | %.1f |%n",
                figure,
                millis.length,
                p50(),
                p95(),
                sum(),
                1000 * millis.length / sum(),
                floor,
                least.p50(),
                p50() / least.p50());
    }
}
