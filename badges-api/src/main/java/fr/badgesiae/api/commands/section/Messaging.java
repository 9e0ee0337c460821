package fr.badgesiae.api.commands.section;

import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.platform.Secret;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.mail.EmailAddress;
import fr.badgesiae.api.platform.mail.MailSettings;
import fr.badgesiae.api.platform.mail.SmsGateway;
import fr.badgesiae.api.platform.mail.SmtpServer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The servers that take mail and SMS, from the configuration. Each may be missing. */
public final class Messaging {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;

    private Messaging() {}

    /** @throws StartRefused for one that is half configured or cannot be used safely; never with a password in its text */
    public static MailSettings of(BadgesConfiguration configuration) {
        BadgesConfiguration.MailSection mail = configuration.mail();
        BadgesConfiguration.SmsSection sms = configuration.sms();
        return new MailSettings(
                mail.url().isEmpty() ? Optional.empty() : Optional.of(smtp(mail)),
                sms.url().isEmpty() ? Optional.empty() : Optional.of(sms(sms)));
    }

    private static SmtpServer smtp(BadgesConfiguration.MailSection mail) {
        URI url = parsed(mail.url());
        boolean implicit = url != null && "smtps".equals(url.getScheme());
        if (url == null || url.getHost() == null || !(implicit || "smtp".equals(url.getScheme()))) {
            throw new StartRefused(
                    "mail.url (BADGES_MAIL_URL) doit être une adresse comme smtp://utilisateur:motdepasse@smtp.exemple.fr:587 ou smtps://smtp.exemple.fr:465. Les signes spéciaux du mot de passe s’écrivent en pour-cent (RFC 3986).",
                    "mail.url (BADGES_MAIL_URL) must be an address such as smtp://user:password@smtp.example.org:587 or"
                            + " smtps://smtp.example.org:465. Special characters of the password are percent-encoded.");
        }
        EmailAddress from = EmailAddress.parse(mail.from())
                .orElseThrow(() -> new StartRefused(
                        "mail.from (BADGES_MAIL_FROM) doit être l’adresse e-mail qui envoie les messages, comme badges@exemple.fr.",
                        "mail.from (BADGES_MAIL_FROM) must be the e-mail address that messages come from, such as"
                                + " badges@example.org."));
        String[] login = login(url);
        SmtpServer.Tls tls =
                implicit ? SmtpServer.Tls.IMPLICIT : isHere(url) ? SmtpServer.Tls.OFFERED : SmtpServer.Tls.REQUIRED;
        int port = url.getPort() > 0 ? url.getPort() : implicit ? SUBMISSIONS : SUBMISSION;
        return new SmtpServer(
                url.getHost(), port, tls, login.length == 0 ? null : login[0], new Secret<>(password(login)), from);
    }

    private static String password(String[] login) {
        return login.length == 2 ? login[1] : "";
    }

    private static String[] login(URI url) {
        String given = url.getRawUserInfo();
        if (given == null || given.isEmpty()) {
            return new String[0];
        }
        String[] parts = given.split(":", 2);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = URLDecoder.decode(parts[i].replace("+", "%2B"), StandardCharsets.UTF_8);
        }
        return parts;
    }

    private static SmsGateway sms(BadgesConfiguration.SmsSection sms) {
        URI url = parsed(sms.url());
        if (url == null || !isSafe(url)) {
            throw new StartRefused(
                    "sms.url (BADGES_SMS_URL) doit être l’adresse https de la passerelle SMS, sans nom ni mot de passe.",
                    "sms.url (BADGES_SMS_URL) must be the https address of the SMS gateway, without a user or password.");
        }
        if (sms.token().isEmpty() || sms.token().chars().anyMatch(sign -> sign <= ' ' || sign > '~')) {
            throw new StartRefused(
                    "sms.token (BADGES_SMS_TOKEN) doit être le jeton que la passerelle SMS vous a donné.",
                    "sms.token (BADGES_SMS_TOKEN) must be the token that the SMS gateway gave you.");
        }
        return new SmsGateway(url, new Secret<>(sms.token()), sms.sender());
    }

    private static boolean isSafe(URI url) {
        return url.getHost() != null
                && url.getRawUserInfo() == null
                && ("https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && isHere(url)));
    }

    private static @Nullable URI parsed(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return null; // reported without the text, which may contain a password
        }
    }

    private static boolean isHere(URI url) {
        return THIS_MACHINE.contains(url.getHost());
    }

    /** What is on, for the console: French, then English. */
    public static String summary(MailSettings mail) {
        String server = mail.smtp().map(smtp -> smtp.host() + ":" + smtp.port()).orElse("");
        String gateway = mail.sms().map(sms -> sms.address().getHost()).orElse("");
        return "E-mail : " + (server.isEmpty() ? "désactivé" : server) + ". SMS : "
                + (gateway.isEmpty() ? "désactivés" : gateway) + ". / Mail: " + (server.isEmpty() ? "off" : server)
                + ". SMS: " + (gateway.isEmpty() ? "off" : gateway) + ".";
    }
}
