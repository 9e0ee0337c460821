package fr.badgesiae.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Measures the shipped service: start-up time, accepting an offer, a badge on paper, a scan, resident memory. */
final class ServiceBench {
    private static final int AWARDS = 60;
    private static final int SHEETS = 30;

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
        String share = "";
        for (int i = 0; i < AWARDS; i++) {
            Forms worker = claimed(service.origin(), desk);
            accepts[i] = accept(worker);
            share = i == 0 ? shared(worker) : share;
        }
        Arrays.sort(accepts);
        System.out.println("| figure | value |");
        System.out.println("|---|---|");
        row("start to first answer, new data folder with its invented network (ms)", first);
        row("start to first answer, existing data folder (ms)", warm);
        row("resident memory after the start, -Xmx384m (MiB)", resting);
        row("accept and issue over HTTP, one client, p50 (ms)", accepts[AWARDS / 2]);
        row("accept and issue over HTTP, one client, p95 (ms)", accepts[AWARDS * 95 / 100]);
        papers(desk, share);
        System.out.println();
        HttpLoad.run(service.origin().toString(), share);
        System.out.println();
        row("resident memory after the load (MiB)", service.residentMebibytes());
    }

    private static Forms claimed(URI origin, Forms desk) throws IOException, InterruptedException {
        desk.get("/app/offers/new");
        Map<String, String> offer = Map.of(
                "worker",
                desk.firstOption("worker"),
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

    /** The sheet of a badge as a PDF, and as many of them one after another as a group has people. */
    private static void papers(Forms client, String share) throws IOException, InterruptedException {
        client.get(share + "/badge.pdf"); // reads the fonts
        double[] sheets = new double[SHEETS];
        for (int i = 0; i < SHEETS; i++) {
            long start = System.nanoTime();
            client.get(share + "/badge.pdf");
            sheets[i] = (System.nanoTime() - start) / 1e6;
        }
        double all = Arrays.stream(sheets).sum();
        Arrays.sort(sheets);
        row("sheet of a badge as PDF over HTTP, one client, p50 (ms)", sheets[SHEETS / 2]);
        row(SHEETS + " sheets one after another (ms)", all);
    }

    private static String shared(Forms worker) throws IOException, InterruptedException {
        if (worker.shows("name=\"pin\"")) {
            worker.post("/claim/badge/pin", Map.of("pin", "407193", "again", "407193"));
            worker.post("/claim/badge/card", Map.of());
        }
        String badge = worker.find("(/me/badges/[0-9a-f-]+)");
        worker.get(badge).post(badge + "/share", Map.of("label", "Banc", "days", "90"));
        return worker.find("(/v/[0-9A-Z-]+)");
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
