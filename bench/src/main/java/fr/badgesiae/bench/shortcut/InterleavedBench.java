package fr.badgesiae.bench.shortcut;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Starts the measuring JVMs and prints their tables: median and worst of the forks. */
public final class InterleavedBench {
    private static final int SHORTCUT_FORKS = 3;
    private static final int FLOOR_FORKS = 5;

    private InterleavedBench() {}

    /** Each shortcut alone: whole verifications, then the part it shortens, with and without it. */
    public static void shortcuts(List<String> names) throws Exception {
        System.out.println("| shortcut | measured | with, µs | without, µs | without / with: quartiles of each fork"
                + " | median | worst | saves |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (Shortcut shortcut : Shortcut.values()) {
            if (names.isEmpty() || names.contains(shortcut.name())) {
                forks(shortcut.name(), SHORTCUT_FORKS).forEach((name, results) -> shortcut(shortcut, name, results));
            }
        }
    }

    private static void shortcut(Shortcut shortcut, String name, List<Interleaving> results) {
        double median = medianOf(results);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %,.1f | %,.1f | %s | %.2f | %.2f | %.0f %% |%n",
                shortcut.title(),
                name,
                results.get(0).first() / 1e3,
                results.get(0).second() / 1e3,
                quartiles(results),
                median,
                worstOf(results),
                100 * (1 - 1 / median));
    }

    /** Verification against its floor, each badge different. */
    public static void floors() throws Exception {
        System.out.println("| figure | ops/s | floor | floor ops/s | ratio: quartiles of each fork | median | worst |");
        System.out.println("|---|---|---|---|---|---|---|");
        forks(Fork.FLOORS, FLOOR_FORKS).forEach(InterleavedBench::floor);
    }

    private static void floor(String figure, List<Interleaving> results) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %s | %,.0f | %s | %.2f | %.2f |%n",
                figure,
                1e9 / results.get(0).first(),
                figure.equals(Fork.VC_JWT) ? "raw ES256 verify of the token" : "raw Ed25519 verify + own RDFC-1.0",
                1e9 / results.get(0).second(),
                quartiles(results),
                medianOf(results),
                worstOf(results));
    }

    private static String quartiles(List<Interleaving> results) {
        return String.join(
                ", ",
                results.stream()
                        .map(result -> String.format(
                                Locale.ROOT, "%.2f %.2f %.2f", result.lower(), result.median(), result.upper()))
                        .toList());
    }

    private static double medianOf(List<Interleaving> results) {
        return Interleaving.quantile(medians(results), 0.5);
    }

    private static double worstOf(List<Interleaving> results) {
        return Interleaving.quantile(medians(results), 0);
    }

    private static double[] medians(List<Interleaving> results) {
        return results.stream().mapToDouble(Interleaving::median).toArray();
    }

    private static Map<String, List<Interleaving>> forks(String what, int count) throws Exception {
        Map<String, List<Interleaving>> results = new LinkedHashMap<>();
        for (int fork = 0; fork < count; fork++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-Xbatch", // the compiler ends before the measurement goes on
                            "-cp",
                            System.getProperty("java.class.path"),
                            Fork.class.getName(),
                            what,
                            Integer.toString(fork))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            read(process, results);
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException("a measuring JVM ended with " + code);
            }
        }
        return results;
    }

    private static void read(Process process, Map<String, List<Interleaving>> results) throws IOException {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split("\t", 2);
                results.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(Interleaving.parse(parts[1]));
            }
        }
    }
}
