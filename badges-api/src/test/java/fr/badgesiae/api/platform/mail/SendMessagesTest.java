package fr.badgesiae.api.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    @Test
    void aMessageGoesOutAndLeavesNeitherAddressNorWords() throws Exception {
        fixture.write("Votre espace de badges : l’été");
        assertThat(new String((byte[]) fixture.row().get("content"), StandardCharsets.ISO_8859_1))
                .doesNotContain("alix", "Bonjour");
        assertThat(fixture.node(fixture.transport()).apply()).isEqualTo(1);

        MimeMessage mail = fixture.server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Votre espace de badges : l’été");
        assertThat(mail.getAllRecipients()[0]).hasToString(OutboxFixture.TO);
        assertThat(mail.getFrom()[0].toString()).contains(OutboxFixture.FROM.value());
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("fr");
        assertThat(mail.getContentType()).containsIgnoringCase("text/plain").containsIgnoringCase("utf-8");
        assertThat(((String) mail.getContent()).replace("\r\n", "\n")).startsWith("Bonjour,\nvotre espace est là.");
        assertThat(fixture.row())
                .containsEntry("state", "SENT")
                .containsEntry("content", null)
                .containsEntry("holder_id", null);
        assertThat(fixture.count("sent")).isEqualTo(1);
        assertThat(fixture.node(fixture.transport()).apply()).isZero();
    }

    @Test
    void anActThatFailsSendsNothing() {
        assertThatThrownBy(() -> fixture.setup.platform().database().inHolder(fixture.holder, handle -> {
                    fixture.outbox.write(
                            handle,
                            fixture.holder,
                            new OutgoingMessage(MessageKind.MAIL, OutboxFixture.TO, Locale.FRENCH, "Non", "Rien."));
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(fixture.node(fixture.transport()).apply()).isZero();
        assertThat(fixture.server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aKindThatIsOffWritesNothing() {
        fixture.setup.platform().database().inHolder(fixture.holder, handle -> {
            fixture.outbox.write(
                    handle,
                    fixture.holder,
                    new OutgoingMessage(MessageKind.SMS, "+33612345678", Locale.FRENCH, "", "Bonjour."));
            return true;
        });
        assertThat(fixture.number("SELECT count(*) FROM outbox")).isZero();
        assertThat(fixture.outbox.sends(MessageKind.SMS)).isFalse();
        assertThat(fixture.outbox.sendsAny()).isTrue();
    }

    /** The node dies after the server took the message: another sends it again, and a reader can tell that it is the same. */
    @Test
    void aNodeThatDiesBeforeItMarksSendsASecondCopyOfTheSameNumber() throws Exception {
        fixture.write("Une fois au moins");
        MessageTransport real = fixture.transport();
        SendMessages dying = fixture.node(new MessageTransport() {
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
        assertThat(fixture.node(real).apply()).as("while the claim lasts").isZero();

        fixture.setup.clock().advance(SendMessages.CLAIM);
        assertThat(fixture.node(real).apply()).isEqualTo(1);
        MimeMessage[] mails = fixture.server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID()).endsWith("@badges.invalid>");
    }

    /** It was given up for slow, and another node took over: it no longer decides what becomes of the message. */
    @Test
    void aNodeThatIsTooSlowMarksNothing() {
        fixture.write("Lent");
        MessageTransport slow = new MessageTransport() {
            @Override
            public MessageKind kind() {
                return MessageKind.MAIL;
            }

            @Override
            public Delivery send(UUID id, OutgoingMessage message) {
                fixture.setup.clock().advance(SendMessages.CLAIM);
                assertThat(fixture.node(fixture.transport()).apply()).isEqualTo(1);
                return Delivery.REFUSED;
            }
        };
        assertThat(fixture.node(slow).apply()).isZero();
        assertThat(fixture.row()).containsEntry("state", "SENT");
        assertThat(fixture.count("dead")).isZero();
    }

    @Test
    void twoNodesAtOnceSendEachMessageOnce() throws Exception {
        int messages = 40;
        for (int i = 0; i < messages; i++) {
            fixture.write("Message " + i);
        }
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        CountDownLatch together = new CountDownLatch(1);
        List<Future<Integer>> sent = IntStream.range(0, 4)
                .mapToObj(i -> nodes.submit(() -> {
                    together.await();
                    return fixture.node(fixture.transport()).apply();
                }))
                .toList();
        together.countDown();
        int all = 0;
        for (Future<Integer> one : sent) {
            all += one.get();
        }
        nodes.shutdown();
        assertThat(all).isEqualTo(messages);
        assertThat(Arrays.stream(fixture.server.getReceivedMessages()).map(SendMessagesTest::subject))
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
    void whatEndedIsForgottenAfterAMonth() {
        fixture.write("Vieux");
        SendMessages node = fixture.node(fixture.transport());
        node.apply();
        fixture.setup.clock().advance(Duration.ofDays(31));
        fixture.write("Attend");
        node.forget();
        assertThat(fixture.row()).containsEntry("state", "WAITING");
    }

    @Test
    void noLineEndReachesAHeader() {
        for (String evil : List.of("a@b.fr\r\nBcc: c@d.fr", "a@b.fr\n", "a\u0000@b.fr", "a@b.fr\u0085")) {
            assertThatThrownBy(() -> new OutgoingMessage(MessageKind.MAIL, evil, Locale.FRENCH, "s", "t"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new OutgoingMessage(MessageKind.MAIL, OutboxFixture.TO, Locale.FRENCH, evil, "t"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new OutgoingMessage(MessageKind.MAIL, OutboxFixture.TO, Locale.FRENCH, "s", "t"))
                .hasToString("MAIL [REDACTED]");
    }
}
