package fr.badgesiae.api.platform.mail;

import com.codahale.metrics.MetricRegistry;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An outbox on a real database, and a real mail server on loopback. */
final class OutboxFixture implements AutoCloseable {
    static final String TO = "alix.exemple@exemple.invalid";
    static final EmailAddress FROM = new EmailAddress("badges@reseau.invalid");

    final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    final TestPlatform setup = TestPlatform.fresh();
    final HolderId holder = setup.holder();
    final Outbox outbox = new Outbox(
            new MailSettings(Optional.of(smtp(1)), Optional.empty()),
            setup.platform().vault(),
            setup.platform().ids(),
            setup.clock());

    private MetricRegistry metrics = new MetricRegistry();

    OutboxFixture() {
        server.start();
    }

    /** As at first: no message, no mail, no count. */
    void empty() throws FolderException {
        server.purgeEmailFromAllMailboxes();
        metrics = new MetricRegistry();
        setup.database().owner().useHandle(handle -> handle.execute("DELETE FROM outbox"));
    }

    private static SmtpServer smtp(int port) {
        return new SmtpServer("127.0.0.1", port, SmtpServer.Tls.OFFERED, null, new Secret<>(""), FROM);
    }

    MessageTransport transport() {
        return transport(server.getSmtp().getPort());
    }

    MessageTransport transport(int port) {
        return new SmtpTransport(smtp(port), "Badges de compétences", "badges.invalid", setup.clock());
    }

    SendMessages node(MessageTransport... transports) {
        return new SendMessages(
                setup.platform().database(),
                setup.clock(),
                setup.platform().ids(),
                setup.platform().vault(),
                new OutboxCounts(metrics),
                List.of(transports));
    }

    void write(String subject) {
        setup.platform().database().inHolder(holder, handle -> {
            outbox.write(
                    handle,
                    holder,
                    new OutgoingMessage(
                            MessageKind.MAIL, TO, Locale.FRENCH, subject, "Bonjour,\nvotre espace est là."));
            return true;
        });
    }

    /** The only message. */
    Map<String, Object> row() {
        return setup.database()
                .owner()
                .withHandle(handle -> handle.select("SELECT state, attempts, failure, content, holder_id,"
                                + " extract(epoch FROM next_attempt_at)::bigint AS next FROM outbox")
                        .mapToMap()
                        .one());
    }

    int number(String sql) {
        return setup.database()
                .owner()
                .withHandle(handle -> handle.select(sql).mapTo(Integer.class).one());
    }

    /** @param what sent, retried or dead */
    long count(String what) {
        return metrics.counter("outbox.mail." + what).getCount();
    }

    @Override
    public void close() {
        setup.close();
        server.stop();
    }
}
