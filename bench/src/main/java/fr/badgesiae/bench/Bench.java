package fr.badgesiae.bench;

import fr.badgesiae.bench.growth.GrowthBench;
import fr.badgesiae.bench.shortcut.InterleavedBench;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Prints tables: figure, floor, ratio. {@code library} measures the verifier, {@code floors} only its verification;
 * {@code shortcuts} measures each shortcut of speed with and without it; {@code service} starts the shipped jar and
 * measures its start, an award and a scan; {@code growth} runs every statement of the service on 10,000 and on 1,000,000
 * awards; {@code http ORIGIN SHARE-PATH} measures a running service on loopback.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        String what = arguments.length == 0 ? "library" : arguments[0];
        switch (what) {
            case "library" -> library();
            case "shortcuts" -> InterleavedBench.shortcuts(List.of(arguments).subList(1, arguments.length));
            case "floors" -> InterleavedBench.floors();
            case "service" -> ServiceBench.run(Path.of(arguments[1]), Path.of(arguments[2]));
            case "growth" ->
                GrowthBench.run(
                        Path.of(arguments[1]),
                        Path.of(arguments[2]),
                        URI.create(arguments[3]),
                        arguments.length > 4 && arguments[4].equals("--reuse"));
            case "http" -> HttpLoad.run(arguments[1], arguments[2]);
            default -> {
                System.err.println("usage: bench.jar [library | floors | shortcuts [NAME …] | service JAR CONFIG"
                        + " | growth JAR CONFIG"
                        + " postgres://superuser:password@127.0.0.1:port/postgres [--reuse] | http ORIGIN SHARE-PATH]");
                System.exit(64);
            }
        }
    }

    private static void library() throws Exception {
        InterleavedBench.floors();
        System.out.println();
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(SignAndVerify.class.getSimpleName())
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .jvmArgs("-Xmx512m")
                        .build())
                .run();
        Map<String, Double> rates = new TreeMap<>();
        Map<String, Double> bytes = new TreeMap<>();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark().replaceAll(".*\\.", "");
            rates.put(name, result.getPrimaryResult().getScore());
            result.getSecondaryResults().forEach((key, value) -> {
                if (key.endsWith("gc.alloc.rate.norm")) {
                    bytes.put(name, value.getScore());
                }
            });
        }
        print(rates, bytes);
    }

    private static void print(Map<String, Double> rates, Map<String, Double> bytes) {
        System.out.println("| figure | ops/s | bytes/op | floor | floor ops/s | ratio |");
        System.out.println("|---|---|---|---|---|---|");
        row(rates, bytes, "signJwt", "raw ES256 sign", rates.get("rawEs256Sign"));
        row(
                rates,
                bytes,
                "signEmbedded",
                "raw Ed25519 sign + own RDFC-1.0",
                harmonic(rates.get("rawEd25519Sign"), rates.get("canonicalizeExpanded")));
        for (String raw : new String[] {
            "verifyJwt",
            "verifyEmbedded",
            "expandBadge",
            "canonicalizeExpanded",
            "canonicalizeByTitanium",
            "rawEd25519Sign",
            "rawEd25519Verify",
            "rawEs256Sign",
            "rawEs256Verify",
            "rawEs256VerifyOfTheToken"
        }) {
            row(rates, bytes, raw, "–", null);
        }
    }

    /** The rate of two operations in sequence, from the rates of each. */
    private static double harmonic(double one, double other) {
        return 1 / (1 / one + 1 / other);
    }

    private static void row(
            Map<String, Double> rates, Map<String, Double> bytes, String figure, String floor, Double floorRate) {
        double rate = rates.get(figure);
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %s | %s | %s |%n",
                figure,
                rate,
                bytes.getOrDefault(figure, 0.0),
                floor,
                floorRate == null ? "–" : String.format(Locale.ROOT, "%,.0f", floorRate),
                floorRate == null ? "–" : String.format(Locale.ROOT, "%.2f", rate / floorRate));
    }
}
