package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped jar on a disk that fills up, and has room again. */
class DiskFullIT {
    private static final int MEBIBYTES = 400;
    private static final int FORMS = 150;
    private static final String LONG_NAME = "Exemple ".repeat(12).strip();
    private static final Duration BACK = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void aFullDiskIsSaidAndIsOverOnceThereIsRoom() throws Exception {
        boolean may = mayMount();
        assertThat(may || !Boolean.getBoolean("badges.disk.required"))
                .as("a disk of one's own may be mounted (user namespaces)")
                .isTrue();
        assumeTrue(may, "this system lets nobody mount a disk of their own");
        try (ShippedJar service = ShippedJar.startOnSmallDisk(folder, MEBIBYTES, ShippedJar.freePort())) {
            Path disk = service.seenByProcess(folder.resolve("disk"));
            String password =
                    Files.readString(disk.resolve("data/password-conseil")).strip();
            FormClient member = new FormClient(service.origin());
            member.submit("/signin", "/signin", Map.of("login", "conseil", "password", password));
            Desk desk = new Desk(member);
            assertThat(desk.offer("Ulysse").pin()).hasSize(6);

            List<Map<String, String>> forms = new ArrayList<>();
            for (int i = 0; i < FORMS; i++) {
                forms.add(member.form("/app/workers/new", Map.of("firstName", "Ballast-" + i, "lastName", LONG_NAME)));
            }
            Path ballast = disk.resolve("ballast");
            fill(ballast);
            Poll.until("red", BACK, () -> service.health().contains("the database does not write"));
            HttpResponse<String> refused = firstRefused(member, forms);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(service.output()).contains("The database is unavailable").doesNotContain("Ballast", "Ulysse");

            Files.delete(ballast);
            Poll.until("green", BACK, () -> service.health().contains("\"database\":{\"healthy\":true"));
            assertThat(desk.offer("Ulysse").pin()).hasSize(6);
        }
    }

    /** Rows go into the room that the tables still have, then need more. */
    private static HttpResponse<String> firstRefused(FormClient member, List<Map<String, String>> forms) {
        for (Map<String, String> form : forms) {
            HttpResponse<String> answer = member.send(form, "/app/workers").join();
            if (answer.statusCode() != 303) {
                assertThat(answer.statusCode()).isEqualTo(503);
                return answer;
            }
        }
        throw new AssertionError("the disk is not full");
    }

    private static boolean mayMount() throws Exception {
        Process tried = new ProcessBuilder("unshare", "-Urm", "mount", "-t", "tmpfs", "tmpfs", "/mnt").start();
        return tried.waitFor(10, TimeUnit.SECONDS) && tried.exitValue() == 0;
    }

    private static void fill(Path file) throws IOException {
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE)) {
            for (int size = block.length; size > 0; ) {
                try {
                    out.write(block, 0, size);
                } catch (IOException full) {
                    size /= 2;
                }
            }
        }
    }
}
