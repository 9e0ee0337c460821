package fr.badgesiae.api.credential.batch;

import fr.badgesiae.api.Assembly;
import fr.badgesiae.api.credential.CredentialId;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Prints how many accepted offers become signed, verified and stored credentials in a second, against COPY of the same rows and
 * the same signatures on the same cores, in turn on one durable database of its own. Arguments: offers of a round, rounds.
 */
public final class BulkBench {
    private static final int ALONE = 500;

    private final Assembly assembly;
    private final Jdbi owner;
    private final WaitingCredentials waiting;
    private final BulkFloor floor;

    private BulkBench(Assembly assembly, Jdbi owner) {
        this.assembly = assembly;
        this.owner = owner;
        this.waiting = new WaitingCredentials(assembly, owner);
        this.floor = new BulkFloor(assembly.platform(), owner, waiting.organisation());
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        int offers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path data = Files.createTempDirectory("badges-bulk").resolve("data");
        try (OwnInstallation own = new OwnInstallation(data, URI.create("http://localhost:8080"))) {
            new BulkBench(own.assembly(), own.owner()).run(offers, rounds);
        }
        System.out.println("Data of this run: " + data + " (to be removed by hand)");
    }

    private void run(int offers, int rounds) throws Exception {
        alone();
        round(1_000);
        System.out.println(
                "| offers | ours, rows/s | COPY + signatures, rows/s | ratio | COPY + raw signatures, rows/s | ratio | peak heap, MiB |");
        System.out.println("|---|---|---|---|---|---|---|");
        print(1_000, List.of(round(1_000)));
        print(offers / 2, List.of(round(offers / 2)));
        List<Round> all = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            all.add(round(offers));
            print(offers, all.subList(i, i + 1));
        }
        print(offers, all);
    }

    /** One round of ours and of the floor. */
    private record Round(double ours, double signed, double raw, long heap) {}

    private Round round(int offers) throws Exception {
        waiting.add(offers);
        owner.useHandle(handle -> handle.execute("CHECKPOINT"));
        OffsetDateTime since = owner.withHandle(handle ->
                handle.select("SELECT now()").mapTo(OffsetDateTime.class).one());
        resetPeaks();
        long start = System.nanoTime();
        new BatchModule(assembly.platform(), assembly.features().credential())
                .jobs()
                .forEach(job -> job.act().run());
        double ours = seconds(start);
        long heap = peak();
        BulkFloor.Measured measured = floor.measure(offers, since);
        return new Round(
                offers / ours,
                offers / (measured.copy() + measured.signed()),
                offers / (measured.copy() + measured.raw()),
                heap);
    }

    private static void print(int offers, List<Round> rounds) {
        System.out.printf(
                Locale.ROOT,
                "| %,d%s | %,.0f | %,.0f | %.2f | %,.0f | %.2f | %d |%n",
                offers,
                rounds.size() > 1 ? ", median of " + rounds.size() : "",
                median(rounds.stream().map(Round::ours).toList()),
                median(rounds.stream().map(Round::signed).toList()),
                median(rounds.stream()
                        .map(round -> round.ours() / round.signed())
                        .toList()),
                median(rounds.stream().map(Round::raw).toList()),
                median(rounds.stream().map(round -> round.ours() / round.raw()).toList()),
                rounds.stream().mapToLong(Round::heap).max().orElseThrow());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** One after the other, as each is finished when its holder waits for it. */
    private void alone() {
        for (int i = 0; i < 2; i++) {
            waiting.add(ALONE);
            List<UUID> ids =
                    owner.withHandle(handle -> handle.select("SELECT id FROM credential WHERE state = 'PREPARED'")
                            .mapTo(UUID.class)
                            .list());
            long start = System.nanoTime();
            ids.forEach(id -> assembly.features()
                    .credential()
                    .finishCredential()
                    .apply(waiting.organisation(), new CredentialId(id)));
            if (i > 0) {
                System.out.printf(Locale.ROOT, "One after the other: %,.0f rows/s%n", ids.size() / seconds(start));
            }
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void resetPeaks() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
