package fr.badgesiae.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures the shipped service: start-up time, accepting an offer, badges that leave the house, a scan, resident memory. */
final class ServiceBench {
    private static final int AWARDS = 60;
    /** People who put a badge into a wallet, five copies each: a space makes so many offers an hour. */
    private static final int HOLDERS = 10;
    /** Badges of the person whose attestation is written. */
    private static final int ATTESTED = 30;

    private ServiceBench() {}

    static void run(Path jar, Path config) throws Exception {
        Path data = Files.createTempDirectory("badges-bench").resolve("data");
        int port = ShippedJar.freePort();
        long first;
        try (ShippedJar service = ShippedJar.start(jar, config, data, port)) {
            first = service.millisToFirstAnswer();
        }
        try (ShippedJar service = ShippedJar.start(jar, config, data, port)) {
            measure(service, first, password(data));
        }
        System.out.println();
        System.out.println("Data of this run: " + data + " (to be removed by hand)");
    }

    private static void measure(ShippedJar service, long first, String password) throws Exception {
        long warm = service.millisToFirstAnswer();
        long resting = service.residentMebibytes();
        double[] accepts = new double[AWARDS];
        Forms desk = new Forms(service.origin()).get("/signin");
        desk.post("/signin", Map.of("login", "conseil", "password", password, "next", "/app"));
        List<String> people = new ArrayList<>();
        List<LeavingBadges.Held> held = new ArrayList<>();
        for (int i = 0; i < AWARDS; i++) {
            if (i < HOLDERS) {
                people.add(person(desk, i));
            }
            // The last of them gets more, then the first.
            String person = people.get(i < HOLDERS + ATTESTED - 1 ? people.size() - 1 : 0);
            Forms worker = claimed(service.origin(), desk, person);
            accepts[i] = accept(worker);
            if (i < HOLDERS) {
                held.add(new LeavingBadges.Held(opened(worker), worker.find("(/me/badges/[0-9a-f-]{36})")));
            }
        }
        String share = shared(held.get(0));
        Arrays.sort(accepts);
        System.out.println("| figure | value |");
        System.out.println("|---|---|");
        row("start to first answer, new data folder with its invented network (ms)", first);
        row("start to first answer, existing data folder (ms)", warm);
        row("resident memory after the start, -Xmx384m (MiB)", resting);
        row("accept and issue over HTTP, one client, p50 (ms)", accepts[AWARDS / 2]);
        row("accept and issue over HTTP, one client, p95 (ms)", accepts[AWARDS * 95 / 100]);
        System.out.println();
        LeavingBadges.measure(held, share);
        LeavingBadges.attestation(desk, people.get(HOLDERS - 1), ATTESTED);
        System.out.println();
        row("resident memory after the papers (MiB)", service.residentMebibytes());
        System.out.println();
        HttpLoad.run(service.origin().toString(), share);
        System.out.println();
        row("resident memory after the load (MiB)", service.residentMebibytes());
    }

    /** Somebody new, who was told today what is kept of them. */
    private static String person(Forms desk, int number) throws IOException, InterruptedException {
        desk.get("/app/workers/new")
                .post(
                        "/app/workers",
                        Map.of(
                                "firstName",
                                "Alix",
                                "lastName",
                                "Banc " + (char) ('A' + number),
                                "revision",
                                desk.find("name=\"revision\" value=\"([^\"]*)\"")));
        String path = desk.path();
        desk.get(path + "/notice").post(path + "/notice", Map.of("noticeDay", "today", "noticeOn", ""));
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Forms claimed(URI origin, Forms desk, String person) throws IOException, InterruptedException {
        desk.get("/app/offers/new");
        Map<String, String> offer = Map.of(
                "worker",
                person,
                "version",
                desk.firstOption("version"),
                "narrative",
                "Quatre chantiers, de la liste des outils à la zone balisée.",
                "evidence",
                "Chantier de la gare, octobre.");
        desk.post("/app/offers/preview", offer).post("/app/offers", offer);
        desk.post(desk.path() + "/slip", Map.of());
        String code = desk.find("big-code\"[^>]*>((?:[0-9A-Z-]|<wbr>)+)<").replace("<wbr>", "");
        String pin = desk.find("big-code.*big-code\"[^>]*>([^<]+)<").replaceAll("\\D", "");
        Forms worker = new Forms(origin).get("/claim/" + code);
        return worker.post("/claim/" + code, Map.of("pin", pin));
    }

    private static double accept(Forms worker) throws IOException, InterruptedException {
        worker.get("/claim/badge/answer?name=FIRST_AND_INITIAL&evidence=yes");
        Map<String, String> answer = Map.of(
                "name", worker.find("name=\"name\" value=\"([^\"]+)\""),
                "evidence", "yes",
                "shown", worker.find("name=\"shown\" value=\"([^\"]+)\""));
        long start = System.nanoTime();
        worker.post("/claim/badge/accept", answer);
        return (System.nanoTime() - start) / 1e6;
    }

    /** The space of whoever claims for the first time. */
    private static Forms opened(Forms worker) throws IOException, InterruptedException {
        return worker.post("/claim/badge/pin", Map.of("pin", "407193", "again", "407193"))
                .get("/claim/badge/card")
                .post("/claim/badge/card", Map.of());
    }

    private static String shared(LeavingBadges.Held badge) throws IOException, InterruptedException {
        Forms holder = badge.holder();
        holder.get(badge.path()).post(badge.path() + "/share", Map.of("label", "Banc", "days", "90"));
        return holder.find("(/v/[0-9A-Z-]+)");
    }

    private static String password(Path data) throws IOException {
        try (var files = Files.walk(data, 3)) {
            Path file = files.filter(path -> path.endsWith("password-conseil"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no password for conseil in " + data));
            return Files.readString(file).strip();
        }
    }

    private static void row(String figure, double value) {
        System.out.printf(Locale.ROOT, "| %s | %,.0f |%n", figure, value);
    }
}
