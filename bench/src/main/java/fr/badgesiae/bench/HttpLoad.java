package fr.badgesiae.bench;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A closed loop of four clients against a service on loopback, for a bounded time. */
final class HttpLoad {
    private static final int CLIENTS = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(10);

    private HttpLoad() {}

    static void run(String origin, String sharePath) throws Exception {
        URI base = URI.create(origin);
        if (!InetAddress.getByName(base.getHost()).isLoopbackAddress()) {
            throw new IllegalArgumentException("the load test accepts a service on this machine only");
        }
        Figure empty = measure(base.resolve("/robots.txt"));
        Figure scan = measure(base.resolve(sharePath));
        System.out.println("| figure | requests/s | p50 ms | p99 ms | floor | ratio |");
        System.out.println("|---|---|---|---|---|---|");
        print("the server's smallest 200 (/robots.txt)", empty, null);
        print("scan page, full verification", scan, empty);
    }

    private static void print(String name, Figure figure, Figure floor) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %.2f | %s | %s |%n",
                name,
                figure.rate(),
                figure.millis(0.50),
                figure.millis(0.99),
                floor == null ? "–" : String.format(Locale.ROOT, "%,.0f", floor.rate()),
                floor == null ? "–" : String.format(Locale.ROOT, "%.2f", figure.rate() / floor.rate()));
    }

    private static Figure measure(URI uri) throws Exception {
        loop(uri, WARM_UP);
        return loop(uri, MEASURED);
    }

    private static Figure loop(URI uri, Duration time) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        long end = System.nanoTime() + time.toNanos();
        Callable<List<Long>> one = () -> {
            List<Long> took = new ArrayList<>();
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                int status = client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status != 200) {
                    throw new IllegalStateException("answered " + status);
                }
                took.add(System.nanoTime() - start);
            }
            return took;
        };
        List<Long> all = new ArrayList<>();
        try {
            for (var done : threads.invokeAll(Collections.nCopies(CLIENTS, one))) {
                all.addAll(done.get());
            }
        } finally {
            threads.shutdownNow();
        }
        return new Figure(all.stream().mapToLong(Long::longValue).sorted().toArray(), time);
    }

    /** Sorted latencies in nanoseconds. */
    private record Figure(long[] nanos, Duration time) {
        double rate() {
            return nanos.length / (time.toNanos() / 1e9);
        }

        double millis(double quantile) {
            return nanos[(int) Math.min(nanos.length - 1, Math.floor(nanos.length * quantile))] / 1e6;
        }

        @Override
        public String toString() {
            return Arrays.toString(nanos);
        }
    }
}
