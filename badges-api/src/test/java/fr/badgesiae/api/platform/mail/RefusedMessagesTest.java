package fr.badgesiae.api.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.codahale.metrics.MetricRegistry;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.badgesiae.api.LogLines;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.Secret;
import fr.badgesiae.api.platform.jobs.Job;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a message that a server does not take, or that no server hears of. */
class RefusedMessagesTest {
    private static OutboxFixture fixture;

    @BeforeAll
    static void open() {
        fixture = new OutboxFixture();
    }

    @BeforeEach
    void empty() throws FolderException {
        fixture.empty();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void anUnreachableServerIsTriedLessAndLessOftenAndGivenUpInTheEnd() throws Exception {
        fixture.write("Personne");
        SendMessages node = fixture.node(fixture.transport(closedPort()));
        Duration waited = Duration.ZERO;
        try (LogLines log = LogLines.open()) {
            for (int attempt = 1; attempt < BackOff.MOST_ATTEMPTS; attempt++) {
                assertThat(node.apply()).isZero();
                assertThat(fixture.row()).containsEntry("attempts", attempt).containsEntry("failure", "UNREACHABLE");
                assertThat(node.apply()).as("not before its time").isZero();
                assertThat(fixture.row()).containsEntry("attempts", attempt);
                Duration wait = Duration.ofSeconds((long) fixture.row().get("next")
                        - fixture.setup.clock().instant().getEpochSecond());
                long minutes = Math.min(1L << (attempt - 1), 240);
                assertThat(wait).isBetween(Duration.ofSeconds(minutes * 30 - 1), Duration.ofMinutes(minutes));
                waited = waited.plus(wait);
                fixture.setup.clock().advance(wait.plusSeconds(1));
            }
            assertThat(waited).isBetween(Duration.ofHours(4), Duration.ofHours(12));
            node.apply();
            assertThat(fixture.row())
                    .containsEntry("state", "DEAD")
                    .containsEntry("attempts", BackOff.MOST_ATTEMPTS)
                    .containsEntry("content", null)
                    .containsEntry("holder_id", null);
            assertThat(log.text())
                    .contains("A message (mail) was given up after 10 attempts: unreachable")
                    .doesNotContain("alix", "exemple.invalid", "Personne");
        }
        assertThat(fixture.count("retried")).isEqualTo(BackOff.MOST_ATTEMPTS - 1);
        assertThat(fixture.count("dead")).isEqualTo(1);
    }

    /** The messages behind it wait for the next run without an attempt. */
    @Test
    void aServerThatIsAwayCostsOneAttemptARun() throws Exception {
        fixture.write("Un");
        fixture.write("Deux");
        assertThat(fixture.node(fixture.transport(closedPort())).apply()).isZero();
        assertThat(fixture.number("SELECT sum(attempts) FROM outbox")).isEqualTo(1);
    }

    @Test
    void aRefusedRecipientIsOverAtOnceAndNoLogSaysWhoItWas() throws Exception {
        fixture.write("Refusé");
        try (RefusingServer refusing = new RefusingServer("RCPT", "550 5.1.1 no such user " + OutboxFixture.TO);
                LogLines log = LogLines.open()) {
            fixture.node(fixture.transport(refusing.port())).apply();
            assertThat(log.text())
                    .contains("A message (mail) was given up after 1 attempts: refused")
                    .contains("550")
                    .doesNotContain("alix", "exemple.invalid");
        }
        assertThat(fixture.row()).containsEntry("state", "DEAD").containsEntry("failure", "REFUSED");
    }

    @Test
    void aTextThatIsRefusedIsOverToo() throws Exception {
        fixture.write("Indésirable");
        try (RefusingServer refusing = new RefusingServer(".", "554 5.7.1 spam")) {
            fixture.node(fixture.transport(refusing.port())).apply();
        }
        assertThat(fixture.row()).containsEntry("state", "DEAD").containsEntry("failure", "REFUSED");
    }

    @Test
    void aServerThatAsksForPatienceIsAskedAgain() throws Exception {
        fixture.write("Plus tard");
        try (RefusingServer busy = new RefusingServer("RCPT", "451 4.7.1 greylisted")) {
            fixture.node(fixture.transport(busy.port())).apply();
        }
        assertThat(fixture.row()).containsEntry("state", "WAITING").containsEntry("failure", "LATER");
        fixture.setup.clock().advance(Duration.ofMinutes(1));
        assertThat(fixture.node(fixture.transport()).apply()).isEqualTo(1);
    }

    /** A sender that the server does not take is the operator's affair: the message waits for the repair. */
    @Test
    void aSenderThatIsRefusedIsNoFaultOfTheMessage() throws Exception {
        fixture.write("Expéditeur");
        try (RefusingServer refusing = new RefusingServer("MAIL", "550 5.7.1 not you")) {
            fixture.node(fixture.transport(refusing.port())).apply();
        }
        assertThat(fixture.row()).containsEntry("state", "WAITING").containsEntry("failure", "UNREACHABLE");
    }

    /** It took the message and is gone before the goodbye. */
    @Test
    void aMessageThatWasTakenIsNotSentAgain() throws Exception {
        fixture.write("Une fois");
        try (RefusingServer gone = new RefusingServer("QUIT", RefusingServer.GONE)) {
            assertThat(fixture.node(fixture.transport(gone.port())).apply()).isEqualTo(1);
            assertThat(gone.heard).contains("QUIT");
        }
        assertThat(fixture.row()).containsEntry("state", "SENT");
    }

    /** Its kind was turned off, or its server is away and many wait for it. */
    @Test
    void aMessageThatWaitsForADayIsGivenUpAndForgotten() {
        fixture.write("Vieux");
        SendMessages off = fixture.node();
        fixture.setup.clock().advance(SendMessages.LONGEST_WAIT.minusSeconds(1));
        off.forget();
        assertThat(fixture.row()).containsEntry("state", "WAITING");
        fixture.setup.clock().advance(Duration.ofSeconds(1));
        off.forget();
        assertThat(fixture.row())
                .containsEntry("state", "DEAD")
                .containsEntry("attempts", 0)
                .containsEntry("content", null)
                .containsEntry("holder_id", null);
        assertThat(fixture.node(fixture.transport()).apply()).isZero();
        assertThat(fixture.count("dead")).isEqualTo(1);
    }

    @Test
    void whatWaitsIsForgottenWhereNothingIsSentAnyMore() {
        Platform platform = fixture.setup.platform();
        assertThat(new MailParts(platform, new OutboxCounts(new MetricRegistry()), List.of()).jobs())
                .extracting(Job::name)
                .containsExactly("forget-messages");
    }

    @Test
    void withoutTheTlsThatIsRequiredNothingIsSaid() throws Exception {
        fixture.write("En clair");
        try (RefusingServer plain = new RefusingServer("XXXX", "500 no")) {
            SmtpServer strict = new SmtpServer(
                    "127.0.0.1",
                    plain.port(),
                    SmtpServer.Tls.REQUIRED,
                    "badges",
                    new Secret<>("secret"),
                    OutboxFixture.FROM);
            fixture.node(new SmtpTransport(strict, "Badges", "badges.invalid", fixture.setup.clock()))
                    .apply();
            assertThat(plain.heard).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("AUTH"));
        }
        assertThat(fixture.row()).containsEntry("state", "WAITING").containsEntry("failure", "UNREACHABLE");
    }

    @Test
    void aMessageThatKillsItsNodeEachTimeIsGivenUp() {
        fixture.write("Poison");
        SendMessages dying = fixture.node(new MessageTransport() {
            @Override
            public MessageKind kind() {
                return MessageKind.MAIL;
            }

            @Override
            public Delivery send(UUID id, OutgoingMessage message) {
                throw new IllegalStateException("killed");
            }
        });
        for (int i = 0; i < BackOff.MOST_ATTEMPTS; i++) {
            assertThatThrownBy(dying::apply).isInstanceOf(IllegalStateException.class);
            fixture.setup.clock().advance(SendMessages.CLAIM);
        }
        assertThat(fixture.node(fixture.transport()).apply()).isZero();
        assertThat(fixture.row()).containsEntry("state", "DEAD").containsEntry("content", null);
        assertThat(fixture.count("dead")).isEqualTo(1);
    }

    @Test
    void aServerWhoseCertificateNobodyKnowsGetsNothing() {
        fixture.write("Inconnu");
        GreenMail unknown = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        unknown.start();
        try {
            SmtpServer implicit = new SmtpServer(
                    "127.0.0.1",
                    unknown.getSmtps().getPort(),
                    SmtpServer.Tls.IMPLICIT,
                    null,
                    new Secret<>(""),
                    OutboxFixture.FROM);
            fixture.node(new SmtpTransport(implicit, "Badges", "badges.invalid", fixture.setup.clock()))
                    .apply();
            assertThat(unknown.getReceivedMessages()).isEmpty();
        } finally {
            unknown.stop();
        }
        assertThat(fixture.row()).containsEntry("state", "WAITING").containsEntry("failure", "UNREACHABLE");
    }

    @Test
    void theHealthCheckTellsOfMessagesThatWaitTooLong() throws Exception {
        OutboxHealthCheck check = new OutboxHealthCheck(fixture.setup.platform().database(), fixture.setup.clock());
        fixture.write("Attend");
        assertThat(check.execute().isHealthy()).isTrue();
        fixture.setup.clock().advance(Duration.ofHours(1).plusSeconds(1));
        assertThat(check.execute().isHealthy()).isFalse();
        assertThat(check.execute().getMessage()).contains("1 messages wait").doesNotContain("alix");
        fixture.node(fixture.transport()).apply();
        assertThat(check.execute().isHealthy()).isTrue();
    }
}
