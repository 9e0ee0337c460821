package fr.badgesiae.api.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.codahale.metrics.MetricRegistry;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.badgesiae.api.LogLines;
import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Secret;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outbox and its job against a real mail server. */
class SendMessagesTest {
    private static final String TO = "alix.exemple@exemple.invalid";
    private static final EmailAddress FROM = new EmailAddress("badges@reseau.invalid");

    private static GreenMail server;
    private static TestPlatform setup;
    private static Outbox outbox;
    private static HolderId holder;

    private final MetricRegistry metrics = new MetricRegistry();

    @BeforeAll
    static void open() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        setup = TestPlatform.fresh();
        outbox = new Outbox(
                new MailSettings(Optional.of(smtp(1)), Optional.empty()),
                setup.platform().vault(),
                setup.platform().ids(),
                setup.clock());
        holder = setup.holder();
    }

    @BeforeEach
    void empty() throws FolderException {
        server.purgeEmailFromAllMailboxes();
        setup.database().owner().useHandle(handle -> handle.execute("DELETE FROM outbox"));
    }

    @AfterAll
    static void close() {
        setup.close();
        server.stop();
    }

    private static SmtpServer smtp(int port) {
        return new SmtpServer("127.0.0.1", port, SmtpServer.Tls.OFFERED, null, new Secret<>(""), FROM);
    }

    private MessageTransport transport() {
        return transport(server.getSmtp().getPort());
    }

    private MessageTransport transport(int port) {
        return new SmtpTransport(smtp(port), "Badges de compétences", "badges.invalid", setup.clock());
    }

    private SendMessages node(MessageTransport transport) {
        return new SendMessages(
                setup.platform().database(),
                setup.clock(),
                setup.platform().ids(),
                setup.platform().vault(),
                new OutboxCounts(metrics),
                List.of(transport));
    }

    private void write(String subject) {
        setup.platform().database().inHolder(holder, handle -> {
            outbox.write(
                    handle,
                    holder,
                    new OutgoingMessage(
                            MessageKind.MAIL, TO, Locale.FRENCH, subject, "Bonjour,\nvotre espace est là."));
            return true;
        });
    }

    private Map<String, Object> row() {
        return setup.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT state, attempts, failure, content, holder_id,"
                                + " extract(epoch FROM next_attempt_at)::bigint AS next FROM outbox")
                        .mapToMap()
                        .one());
    }

    private int number(String sql) {
        return setup.database()
                .owner()
                .withHandle(handle -> handle.select(sql).mapTo(Integer.class).one());
    }

    private long count(String what) {
        return metrics.counter("outbox.mail." + what).getCount();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aMessageGoesOutAndLeavesNeitherAddressNorWords() throws Exception {
        write("Votre espace de badges : l’été");
        assertThat(new String((byte[]) row().get("content"), StandardCharsets.ISO_8859_1))
                .doesNotContain("alix", "Bonjour");
        assertThat(node(transport()).apply()).isEqualTo(1);

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Votre espace de badges : l’été");
        assertThat(mail.getAllRecipients()[0]).hasToString(TO);
        assertThat(mail.getFrom()[0].toString()).contains(FROM.value());
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("fr");
        assertThat(mail.getContentType()).containsIgnoringCase("text/plain").containsIgnoringCase("utf-8");
        assertThat(((String) mail.getContent()).replace("\r\n", "\n")).startsWith("Bonjour,\nvotre espace est là.");
        assertThat(row())
                .containsEntry("state", "SENT")
                .containsEntry("content", null)
                .containsEntry("holder_id", null);
        assertThat(count("sent")).isEqualTo(1);
        assertThat(node(transport()).apply()).isZero();
    }

    @Test
    void anActThatFailsSendsNothing() {
        assertThatThrownBy(() -> setup.platform().database().inHolder(holder, handle -> {
                    outbox.write(
                            handle, holder, new OutgoingMessage(MessageKind.MAIL, TO, Locale.FRENCH, "Non", "Rien."));
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(node(transport()).apply()).isZero();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aKindThatIsOffWritesNothing() {
        setup.platform().database().inHolder(holder, handle -> {
            outbox.write(
                    handle,
                    holder,
                    new OutgoingMessage(MessageKind.SMS, "+33612345678", Locale.FRENCH, "", "Bonjour."));
            return true;
        });
        assertThat(number("SELECT count(*) FROM outbox")).isZero();
        assertThat(outbox.sends(MessageKind.SMS)).isFalse();
        assertThat(outbox.sendsAny()).isTrue();
    }

    /** The node dies after the server took the message: another sends it again, and a reader can tell that it is the same. */
    @Test
    void aNodeThatDiesBeforeItMarksSendsASecondCopyOfTheSameNumber() throws Exception {
        write("Une fois au moins");
        MessageTransport real = transport();
        SendMessages dying = node(new MessageTransport() {
            @Override
            public MessageKind kind() {
                return real.kind();
            }

            @Override
            public Delivery send(UUID id, OutgoingMessage message) {
                real.send(id, message);
                throw new IllegalStateException("killed");
            }
        });
        assertThatThrownBy(dying::apply).isInstanceOf(IllegalStateException.class);
        assertThat(node(real).apply()).as("while the claim lasts").isZero();

        setup.clock().advance(SendMessages.CLAIM);
        assertThat(node(real).apply()).isEqualTo(1);
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID()).endsWith("@badges.invalid>");
    }

    /** It was given up for slow, and another node took over: it no longer decides what becomes of the message. */
    @Test
    void aNodeThatIsTooSlowMarksNothing() {
        write("Lent");
        MessageTransport slow = new MessageTransport() {
            @Override
            public MessageKind kind() {
                return MessageKind.MAIL;
            }

            @Override
            public Delivery send(UUID id, OutgoingMessage message) {
                setup.clock().advance(SendMessages.CLAIM);
                assertThat(node(transport()).apply()).isEqualTo(1);
                return Delivery.REFUSED;
            }
        };
        assertThat(node(slow).apply()).isZero();
        assertThat(row()).containsEntry("state", "SENT");
        assertThat(count("dead")).isZero();
    }

    @Test
    void twoNodesAtOnceSendEachMessageOnce() throws Exception {
        int messages = 40;
        for (int i = 0; i < messages; i++) {
            write("Message " + i);
        }
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        CountDownLatch together = new CountDownLatch(1);
        List<Future<Integer>> sent = IntStream.range(0, 4)
                .mapToObj(i -> nodes.submit(() -> {
                    together.await();
                    return node(transport()).apply();
                }))
                .toList();
        together.countDown();
        int all = 0;
        for (Future<Integer> one : sent) {
            all += one.get();
        }
        nodes.shutdown();
        assertThat(all).isEqualTo(messages);
        assertThat(Arrays.stream(server.getReceivedMessages()).map(SendMessagesTest::subject))
                .hasSize(messages)
                .doesNotHaveDuplicates();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anUnreachableServerIsTriedLessAndLessOftenAndGivenUpInTheEnd() throws Exception {
        write("Personne");
        SendMessages node = node(transport(closedPort()));
        Duration waited = Duration.ZERO;
        try (LogLines log = LogLines.open()) {
            for (int attempt = 1; attempt < BackOff.MOST_ATTEMPTS; attempt++) {
                assertThat(node.apply()).isZero();
                assertThat(row()).containsEntry("attempts", attempt).containsEntry("failure", "UNREACHABLE");
                assertThat(node.apply()).as("not before its time").isZero();
                assertThat(row()).containsEntry("attempts", attempt);
                Duration wait = Duration.ofSeconds(
                        (long) row().get("next") - setup.clock().instant().getEpochSecond());
                long minutes = Math.min(1L << (attempt - 1), 240);
                assertThat(wait).isBetween(Duration.ofSeconds(minutes * 30 - 1), Duration.ofMinutes(minutes));
                waited = waited.plus(wait);
                setup.clock().advance(wait.plusSeconds(1));
            }
            assertThat(waited).isBetween(Duration.ofHours(4), Duration.ofHours(12));
            node.apply();
            assertThat(row())
                    .containsEntry("state", "DEAD")
                    .containsEntry("attempts", BackOff.MOST_ATTEMPTS)
                    .containsEntry("content", null)
                    .containsEntry("holder_id", null);
            assertThat(log.text())
                    .contains("A message (mail) was given up after 10 attempts: unreachable")
                    .doesNotContain("alix", "exemple.invalid", "Personne");
        }
        assertThat(count("retried")).isEqualTo(BackOff.MOST_ATTEMPTS - 1);
        assertThat(count("dead")).isEqualTo(1);
    }

    /** The messages behind it wait for the next run without an attempt. */
    @Test
    void aServerThatIsAwayCostsOneAttemptARun() throws Exception {
        write("Un");
        write("Deux");
        assertThat(node(transport(closedPort())).apply()).isZero();
        assertThat(number("SELECT sum(attempts) FROM outbox")).isEqualTo(1);
    }

    @Test
    void aRefusedRecipientIsOverAtOnceAndNoLogSaysWhoItWas() throws Exception {
        write("Refusé");
        try (RefusingServer refusing = new RefusingServer("RCPT", "550 5.1.1 no such user " + TO);
                LogLines log = LogLines.open()) {
            node(transport(refusing.port())).apply();
            assertThat(log.text())
                    .contains("A message (mail) was given up after 1 attempts: refused")
                    .contains("550")
                    .doesNotContain("alix", "exemple.invalid");
        }
        assertThat(row()).containsEntry("state", "DEAD").containsEntry("failure", "REFUSED");
    }

    @Test
    void aTextThatIsRefusedIsOverToo() throws Exception {
        write("Indésirable");
        try (RefusingServer refusing = new RefusingServer(".", "554 5.7.1 spam")) {
            node(transport(refusing.port())).apply();
        }
        assertThat(row()).containsEntry("state", "DEAD").containsEntry("failure", "REFUSED");
    }

    @Test
    void aServerThatAsksForPatienceIsAskedAgain() throws Exception {
        write("Plus tard");
        try (RefusingServer busy = new RefusingServer("RCPT", "451 4.7.1 greylisted")) {
            node(transport(busy.port())).apply();
        }
        assertThat(row()).containsEntry("state", "WAITING").containsEntry("failure", "LATER");
        setup.clock().advance(Duration.ofMinutes(1));
        assertThat(node(transport()).apply()).isEqualTo(1);
    }

    /** A sender that the server does not take is the operator's affair: the message waits for the repair. */
    @Test
    void aSenderThatIsRefusedIsNoFaultOfTheMessage() throws Exception {
        write("Expéditeur");
        try (RefusingServer refusing = new RefusingServer("MAIL", "550 5.7.1 not you")) {
            node(transport(refusing.port())).apply();
        }
        assertThat(row()).containsEntry("state", "WAITING").containsEntry("failure", "UNREACHABLE");
    }

    @Test
    void withoutTheTlsThatIsRequiredNothingIsSaid() throws Exception {
        write("En clair");
        try (RefusingServer plain = new RefusingServer("XXXX", "500 no")) {
            SmtpServer strict = new SmtpServer(
                    "127.0.0.1", plain.port(), SmtpServer.Tls.REQUIRED, "badges", new Secret<>("secret"), FROM);
            node(new SmtpTransport(strict, "Badges", "badges.invalid", setup.clock()))
                    .apply();
            assertThat(plain.heard).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("AUTH"));
        }
        assertThat(row()).containsEntry("state", "WAITING").containsEntry("failure", "UNREACHABLE");
    }

    @Test
    void aMessageThatKillsItsNodeEachTimeIsGivenUp() {
        write("Poison");
        SendMessages dying = node(new MessageTransport() {
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
            setup.clock().advance(SendMessages.CLAIM);
        }
        assertThat(node(transport()).apply()).isZero();
        assertThat(row()).containsEntry("state", "DEAD").containsEntry("content", null);
        assertThat(count("dead")).isEqualTo(1);
    }

    @Test
    void theHealthCheckTellsOfMessagesThatWaitTooLong() throws Exception {
        OutboxHealthCheck check = new OutboxHealthCheck(setup.platform().database(), setup.clock());
        write("Attend");
        assertThat(check.execute().isHealthy()).isTrue();
        setup.clock().advance(Duration.ofHours(1).plusSeconds(1));
        assertThat(check.execute().isHealthy()).isFalse();
        assertThat(check.execute().getMessage()).contains("1 messages wait").doesNotContain("alix");
        node(transport()).apply();
        assertThat(check.execute().isHealthy()).isTrue();
    }

    @Test
    void whatEndedIsForgottenAfterAMonth() {
        write("Vieux");
        SendMessages node = node(transport());
        node.apply();
        write("Attend");
        setup.clock().advance(Duration.ofDays(31));
        node.forget();
        assertThat(row()).containsEntry("state", "WAITING");
    }

    @Test
    void noLineEndReachesAHeader() {
        for (String evil : List.of("a@b.fr\r\nBcc: c@d.fr", "a@b.fr\n", "a\u0000@b.fr", "a@b.fr\u0085")) {
            assertThatThrownBy(() -> new OutgoingMessage(MessageKind.MAIL, evil, Locale.FRENCH, "s", "t"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new OutgoingMessage(MessageKind.MAIL, TO, Locale.FRENCH, evil, "t"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new OutgoingMessage(MessageKind.MAIL, TO, Locale.FRENCH, "s", "t"))
                .hasToString("MAIL [REDACTED]");
    }
}
