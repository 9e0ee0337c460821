package fr.badgesiae.api.platform.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mail by SMTP (RFC 5321), one connection a message. Texts of servers and exceptions contain addresses: none is logged. */
final class SmtpTransport implements MessageTransport {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpTransport.class);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** Of each answer. With a dozen commands it stays below the time of a claim. */
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final SmtpServer server;
    private final String name;
    private final String host;
    private final Clock clock;
    private final Session session;

    /**
     * @param name the name beside the address that mail comes from
     * @param host how we introduce ourselves, and the right side of Message-ID
     */
    SmtpTransport(SmtpServer server, String name, String host, Clock clock) {
        this.server = server;
        this.name = name;
        this.host = host;
        this.clock = clock;
        this.session = Session.getInstance(properties(server, host));
    }

    private static Properties properties(SmtpServer server, String host) {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.localhost", host);
        properties.setProperty("mail.smtp.connectiontimeout", String.valueOf(CONNECT.toMillis()));
        properties.setProperty("mail.smtp.timeout", String.valueOf(ANSWER.toMillis()));
        properties.setProperty("mail.smtp.writetimeout", String.valueOf(ANSWER.toMillis()));
        properties.setProperty("mail.smtp.auth", String.valueOf(server.user() != null));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(server.tls() == SmtpServer.Tls.IMPLICIT));
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(server.tls() == SmtpServer.Tls.REQUIRED));
        return properties;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.MAIL;
    }

    @Override
    public Delivery send(UUID id, OutgoingMessage message) {
        boolean taken = false;
        try (Transport transport = session.getTransport()) {
            MimeMessage mail = mail(id, message);
            transport.connect(server.host(), server.port(), server.user(), password());
            transport.sendMessage(mail, mail.getAllRecipients());
            taken = true;
            return Delivery.SENT;
        } catch (MessagingException e) {
            // A server that took the message may be gone before the goodbye: another attempt would bring a second copy.
            return taken ? Delivery.SENT : failed(e);
        }
    }

    /** Null without a user: with a password there would be a sign-in in the name of whoever runs this process. */
    private @Nullable String password() {
        return server.user() == null ? null : server.password().value();
    }

    private MimeMessage mail(UUID id, OutgoingMessage message) throws MessagingException {
        MimeMessage mail = new NumberedMail(session, "<" + id + "@" + host + ">");
        mail.setFrom(from());
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(message.to(), true));
        mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("Content-Language", message.language().getLanguage());
        mail.setText(message.text(), StandardCharsets.UTF_8.name());
        mail.saveChanges();
        return mail;
    }

    private InternetAddress from() throws MessagingException {
        try {
            return new InternetAddress(server.from().value(), name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A recipient or a text that the server refuses for good is over; what concerns us or the moment is tried again. */
    private static Delivery failed(MessagingException failure) {
        int code = code(failure);
        Delivery delivery = code >= 500 ? Delivery.REFUSED : code >= 400 ? Delivery.LATER : Delivery.UNREACHABLE;
        LOG.info(
                "The mail server did not take a message: {} {}",
                failure.getClass().getSimpleName(),
                code == 0 ? "" : code);
        return delivery;
    }

    /** The answer to a recipient or to a text; 0 where none of them was reached, such as a sender or a sign-in that is refused. */
    private static int code(MessagingException failure) {
        if (!(failure instanceof SendFailedException)) {
            return 0;
        }
        int found = 0;
        for (Exception one = failure; one instanceof MessagingException next; one = next.getNextException()) {
            if (one instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (one instanceof SMTPSendFailedException command) {
                // A sender that is refused is no fault of the message.
                found = command.getCommand().startsWith("MAIL ") ? 0 : command.getReturnCode();
            }
        }
        return found;
    }

    /** Keeps the Message-ID that it was given. */
    private static final class NumberedMail extends MimeMessage {
        private final String number;

        NumberedMail(Session session, String number) {
            super(session);
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}
