package fr.badgesiae.api.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.badgesiae.api.credential.batch.OwnInstallation;
import fr.badgesiae.api.credential.batch.WaitingCredentials;
import fr.badgesiae.api.credential.sign.SignedForms;
import fr.badgesiae.api.credential.sign.VerifyBeforeRelease;
import fr.badgesiae.api.journal.seal.SealReport;
import fr.badgesiae.verifier.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many accepted offers whose credentials wait, and the shipped service on its built-in database, killed at random moments while it
 * signs them. The full run: {@code -Dbadges.bulk.offers=10000 -Dbadges.bulk.kills=20}; its counts are written to {@code
 * target/killed-in-bulk.md}.
 */
class KilledInBulkIT {
    private static final int OFFERS = Integer.getInteger("badges.bulk.offers", 600);
    private static final int KILLS = Integer.getInteger("badges.bulk.kills", 2);
    /** A start, the interval of the job, and a machine that signs fifty a second. */
    private static final Duration STEP = Duration.ofMinutes(1).plusMillis(20L * OFFERS);

    /** After that many looks a chunk is released on most machines. */
    private static final int MOST_LOOKS = 15;

    private static final String LEASED = "credential WHERE lease_until > now()";

    private static final int CHUNK = 100;

    @TempDir
    Path parent;

    private Path data;
    private int port;
    private int inTheMiddle;

    @Test
    void killedAtRandomMomentsEachOfferHasOneCredentialInForce() throws Exception {
        data = parent.resolve("data");
        port = ShippedJar.freePort();
        try (OwnInstallation own = own()) {
            new WaitingCredentials(own.assembly(), own.owner()).add(OFFERS);
        }
        for (int killed = 0; killed < KILLS; killed++) {
            startAndKill();
        }
        try (ShippedJar last = start()) {
            Poll.until("all are finished", STEP, () -> counts().count("credential WHERE state = 'PREPARED'") == 0);
            assertThat(last.answers()).isTrue();
        }
        try (OwnInstallation own = own()) {
            verify(own);
        }
    }

    private OwnInstallation own() throws IOException {
        return new OwnInstallation(data, URI.create("http://localhost:" + port));
    }

    private DatabaseProbe counts() throws IOException {
        return new DatabaseProbe(OwnInstallation.superuser(data));
    }

    /** Whoever held a lease was killed: it has lapsed. */
    private ShippedJar start() throws IOException {
        ShippedJar service = ShippedJar.start(
                parent, ShippedJar.shippedConfig(), port, Map.of("BADGES_DATA", data.toString()), "demo");
        DatabaseProbe counts = counts();
        inTheMiddle += counts.count(LEASED) > 0 ? 1 : 0;
        WaitingCredentials.lapse(counts.owner());
        return service;
    }

    /** Once a random number more are issued, a random while after the next chunk is taken. */
    private void startAndKill() throws Exception {
        ShippedJar service = start();
        DatabaseProbe counts = counts();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long target = counts.count("credential WHERE state = 'ISSUED'") + random.nextLong(OFFERS / (KILLS + 1L));
        AtomicInteger looks = new AtomicInteger(random.nextInt(MOST_LOOKS));
        Poll.until(
                "some more are issued",
                STEP,
                () -> (counts.count("credential WHERE state = 'ISSUED'") >= target
                                && counts.count(LEASED) > 0
                                && looks.getAndDecrement() <= 0)
                        || counts.count("credential WHERE state = 'PREPARED'") == 0);
        service.kill();
    }

    private void verify(OwnInstallation own) throws IOException {
        DatabaseProbe counts = new DatabaseProbe(own.owner());
        for (String each : List.of(
                "award",
                "(SELECT DISTINCT offer_id FROM award) offers",
                "credential",
                "credential WHERE state = 'ISSUED'",
                "(SELECT DISTINCT award_id FROM credential) awards",
                "(SELECT DISTINCT status_list_id, status_index FROM credential) places",
                "credential_document WHERE document IS NOT NULL AND jwt IS NOT NULL AND payload IS NULL",
                "audit_event WHERE code = 'CREDENTIAL_WILL_BE_SIGNED'",
                "audit_event WHERE code = 'CREDENTIAL_SIGNED'",
                "(SELECT DISTINCT subject_id FROM audit_event WHERE code = 'CREDENTIAL_SIGNED') signed")) {
            assertThat(counts.count(each)).as(each).isEqualTo(OFFERS);
        }
        long lists = counts.count("audit_event WHERE code = 'STATUS_LIST_PUBLISHED'");
        String keys = "audit_event e JOIN signing_key k ON k.id = e.subject_id AND k.organisation_id IS NOT NULL"
                + " WHERE e.code = ";
        assertThat(counts.count(keys + "'KEY_USED'"))
                .as("two of each credential and of each list")
                .isEqualTo(2 * (OFFERS + lists));
        assertThat(counts.count(keys + "'KEY_WILL_BE_USED'"))
                .as("each before it is used")
                .isGreaterThanOrEqualTo(2 * (OFFERS + lists));
        assertThat(refused(own)).as("what our own verifier refuses").isZero();
        own.assembly().features().contributions().jobs().stream()
                .filter(job -> job.name().equals("seal-audit-lines"))
                .forEach(job -> job.act().run());
        SealReport seal = own.assembly()
                .features()
                .journal()
                .seal()
                .verify()
                .apply(Optional.empty(), List.of())
                .orElseThrow();
        assertThat(seal.sound()).as("%s", seal).isTrue();
        report();
    }

    private static long refused(OwnInstallation own) {
        VerifyBeforeRelease judge = own.assembly().features().credential().verifyBeforeRelease();
        return own.owner()
                .inTransaction(handle -> handle
                        .createQuery("SELECT document, jwt FROM credential_document")
                        .setFetchSize(CHUNK)
                        .map(ConstructorMapper.of(SignedForms.class))
                        .stream()
                        .filter(forms -> judge.judge(forms).verdict() != Verdict.VALID)
                        .count());
    }

    private void report() throws IOException {
        Files.writeString(
                Path.of("target", "killed-in-bulk.md"),
                String.format(
                        Locale.ROOT,
                        "%d offers, %d kills, %d of them while a chunk was being signed: %d awards, each with one credential in"
                                + " force, an index of its own and valid forms; the journal agrees with its seal.%n",
                        OFFERS,
                        KILLS,
                        inTheMiddle,
                        OFFERS));
    }
}
