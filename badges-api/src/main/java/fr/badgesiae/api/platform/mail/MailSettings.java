package fr.badgesiae.api.platform.mail;

import java.util.Optional;

/** The servers that take our messages. A kind without a server is off: no page offers it, and nothing waits for it. */
public record MailSettings(Optional<SmtpServer> smtp, Optional<SmsGateway> sms) {
    public static MailSettings off() {
        return new MailSettings(Optional.empty(), Optional.empty());
    }

    public boolean sends(MessageKind kind) {
        return switch (kind) {
            case MAIL -> smtp.isPresent();
            case SMS -> sms.isPresent();
        };
    }
}
