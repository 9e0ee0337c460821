package fr.badgesiae.api.platform.mail;

import fr.badgesiae.api.platform.Secret;
import java.net.URI;
import java.util.Optional;

/** Servers for messages in tests. */
public final class TestMail {
    private TestMail() {}

    /** Both kinds are on, and nobody answers. */
    public static MailSettings nowhere() {
        return new MailSettings(
                Optional.of(smtp(1)),
                Optional.of(new SmsGateway(URI.create("https://127.0.0.1:1/sms"), new Secret<>("-"), "")));
    }

    /** Mail to a server on this machine, without TLS; no SMS. */
    public static MailSettings mailTo(int port) {
        return new MailSettings(Optional.of(smtp(port)), Optional.empty());
    }

    private static SmtpServer smtp(int port) {
        return new SmtpServer(
                "127.0.0.1",
                port,
                SmtpServer.Tls.OFFERED,
                null,
                new Secret<>(""),
                new EmailAddress("badges@reseau.invalid"));
    }
}
