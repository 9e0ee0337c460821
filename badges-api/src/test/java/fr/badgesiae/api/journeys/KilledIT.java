package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped demonstration on its built-in database, killed while badges are being accepted. */
class KilledIT {
    /** Of each of these an accepted claim makes one row. */
    private static final List<String> ONE_A_CLAIM = List.of(
            "credential",
            "holder",
            "audit_event WHERE code = 'CREDENTIAL_WILL_BE_SIGNED'",
            "audit_event WHERE code = 'CREDENTIAL_SIGNED'");

    /** Covers the lease, the interval of the job, and a slow machine. */
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private static final Duration STEP = Duration.ofMinutes(1);
    private static final int LOAD = 5;

    @TempDir
    Path parent;

    /** The process may end before it answers these. */
    private final List<CompletableFuture<HttpResponse<String>>> unanswered = new ArrayList<>();

    private Path data;
    private int port;

    @BeforeEach
    void choose() throws IOException {
        data = parent.resolve("Mes données");
        port = ShippedJar.freePort();
    }

    private ShippedJar start() throws IOException {
        return ShippedJar.start(
                parent, ShippedJar.shippedConfig(), port, Map.of("BADGES_DATA", data.toString()), "demo");
    }

    /** The built-in database at the port of this start, as its superuser: another role does not see who waits for a lock. */
    private DatabaseProbe counts() throws IOException {
        String at = Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                .get(3)
                .strip();
        String password = Files.readString(data.resolve("database-password")).strip();
        return new DatabaseProbe(Jdbi.create("jdbc:postgresql://127.0.0.1:" + at + "/badges", "postgres", password));
    }

    private Desk signIn(ShippedJar service) throws IOException {
        FormClient person = new FormClient(service.origin());
        String password = Files.readString(data.resolve("password-conseil")).strip();
        person.submit("/signin", "/signin", Map.of("login", "conseil", "password", password));
        return new Desk(person);
    }

    @Test
    void killedAtEachStepOfAnAcceptNothingIsLostAndNothingDoubled() throws Exception {
        ShippedJar service = start();
        DatabaseProbe begun = counts();
        Map<String, Long> past = ONE_A_CLAIM.stream().collect(Collectors.toMap(rows -> rows, begun::count));
        Desk desk = signIn(service);
        List<Claim> all = new ArrayList<>();
        for (int i = 0; i < 3 + LOAD; i++) {
            all.add(Claim.open(service.origin(), desk.offer("Alix")));
        }

        killAtThreeSteps(service, all.subList(0, 3));
        service = start();
        killUnderLoad(service, all.subList(3, all.size()));
        service = start();
        try (ShippedJar last = service) {
            DatabaseProbe counts = counts();
            Poll.until(
                    "prepared badges are finished",
                    RECOVERY,
                    () -> counts.count("credential WHERE state = 'PREPARED'") == 0);
            assertThat(counts.credentials(all.get(0).offer(), "ISSUED")).isEqualTo(1);
            assertThat(counts.credentials(all.get(1).offer(), "ISSUED")).isEqualTo(1);
            assertThat(counts.count(
                            "offer WHERE id = ? AND state = 'OFFERED'",
                            all.get(2).offer()))
                    .as("what was not committed was not accepted")
                    .isEqualTo(1);
            assertThat(counts.count("award WHERE offer_id = ?", all.get(2).offer()))
                    .isZero();
            acceptTheRest(counts, all);
            verify(last, counts, all, past);
        }
        assertThat(data.resolve("postgresql/postmaster.pid"))
                .as("stopped in order")
                .doesNotExist();
    }

    /** Blocks one accept after signing, one before its own verification and one before its commit, then kills the process. */
    private void killAtThreeSteps(ShippedJar service, List<Claim> claims) throws Exception {
        DatabaseProbe counts = counts();
        Claim signed = claims.get(0);
        Claim prepared = claims.get(1);
        Claim uncommitted = claims.get(2);
        List<DatabaseProbe.Hold> holds = new ArrayList<>();
        try (DatabaseProbe.Hold beforeRelease = standsAfterCommit(signed, "LOCK TABLE credential IN SHARE MODE")) {
            assertThat(beforeRelease.stands()).isTrue();
            Poll.until("signed, not released", STEP, () -> counts.waits("UPDATE credential"));
            assertThat(counts.credentials(signed.offer(), "PREPARED")).isEqualTo(1);
            holds.add(counts.hold(
                    "SELECT c.id FROM credential c JOIN award a ON a.id = c.award_id WHERE a.offer_id = ? FOR UPDATE OF c",
                    signed.offer()));
        }
        holds.add(standsAfterCommit(prepared, "LOCK TABLE status_list IN ACCESS EXCLUSIVE MODE"));
        Poll.until("prepared, not verified", STEP, () -> counts.waits("published_status"));
        assertThat(counts.credentials(prepared.offer(), "PREPARED")).isEqualTo(1);
        unanswered.add(uncommitted.accept());
        Poll.until("accepted, not committed", STEP, () -> counts.waits("status_counter"));

        service.kill();

        holds.forEach(DatabaseProbe.Hold::close);
    }

    /** Lets an accept commit, then blocks it at its next use of the table: the lock is queued behind its transaction. */
    private DatabaseProbe.Hold standsAfterCommit(Claim claim, String lock) throws IOException {
        DatabaseProbe counts = counts();
        CompletableFuture<DatabaseProbe.Hold> queued;
        try (DatabaseProbe.Hold beforeCommit = counts.hold("LOCK TABLE acceptance IN SHARE MODE")) {
            assertThat(beforeCommit.stands()).isTrue();
            unanswered.add(claim.accept());
            Poll.until("accepted, not committed", STEP, () -> counts.waits("INSERT INTO acceptance"));
            queued = CompletableFuture.supplyAsync(() -> counts.hold(lock));
            Poll.until("queued behind the commit", STEP, () -> counts.waits(lock));
        }
        return queued.join();
    }

    /** As soon as the second of many is released, in whatever state the others are. */
    private void killUnderLoad(ShippedJar service, List<Claim> claims) throws Exception {
        DatabaseProbe counts = counts();
        long before = counts.count("credential WHERE state = 'ISSUED'");
        claims.forEach(claim -> unanswered.add(claim.accept()));
        Poll.until("two are issued", STEP, () -> counts.count("credential WHERE state = 'ISSUED'") >= before + 2);
        service.kill();
    }

    private static void acceptTheRest(DatabaseProbe counts, List<Claim> all) {
        for (Claim claim : all) {
            if (counts.count("offer WHERE id = ? AND state = 'OFFERED'", claim.offer()) == 1) {
                assertThat(claim.accept().join().statusCode()).isEqualTo(303);
            }
        }
    }

    private static void verify(ShippedJar service, DatabaseProbe counts, List<Claim> all, Map<String, Long> past)
            throws Exception {
        FormClient anybody = new FormClient(service.origin());
        for (Claim claim : all) {
            assertThat(counts.credentials(claim.offer(), "ISSUED")).isEqualTo(1);
            assertThat(counts.count("award WHERE offer_id = ?", claim.offer())).isEqualTo(1);
            assertThat(counts.count("acceptance WHERE offer_id = ?", claim.offer()))
                    .isEqualTo(1);
            String document = counts.owner()
                    .withHandle(handle -> handle.select(
                                    "SELECT d.document FROM credential_document d"
                                            + " JOIN credential c ON c.id = d.credential_id"
                                            + " JOIN award a ON a.id = c.award_id WHERE a.offer_id = ?",
                                    claim.offer())
                            .mapTo(String.class)
                            .one());
            assertThat(anybody.verdict(document)).isEqualTo("VALID");
            String list = FormClient.found(document, "\"statusListCredential\":\"http://[^/]+(/status/[^\"]+)\"");
            assertThat(anybody.get(list)).contains("BitstringStatusList", "proofValue");
        }
        past.forEach((rows, before) ->
                assertThat(counts.count(rows) - before).as(rows).isEqualTo(all.size()));
    }

    @Test
    void aFirstStartThatIsKilledBeginsAgain() throws Exception {
        ShippedJar first = ShippedJar.begin(
                parent, ShippedJar.shippedConfig(), port, Map.of("BADGES_DATA", data.toString()), "demo");
        first.until("data are being made up", () -> first.output().contains("Making up"));
        DatabaseProbe counts = counts();
        first.until("half of the data made up", () -> first.stands(() -> counts.count("account") >= 2));
        assertThat(data.resolve("demonstration-unfinished"))
                .as("killed before its data were complete")
                .exists();
        first.kill();
        assertThat(first.answers()).as("the port after the kill").isFalse();

        try (ShippedJar second = start()) {
            assertThat(second.output()).contains("Making up");
            assertThat(counts().count("organisation")).isEqualTo(5);
            assertThat(signIn(second).offer("Alix").pin()).hasSize(6);
        }
        assertThat(data.resolve("demonstration-unfinished")).doesNotExist();
    }
}
