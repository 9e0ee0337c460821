package fr.badgesiae.api.platform.mail;

import fr.badgesiae.api.platform.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The mail server that takes our mail.
 *
 * @param tls how the connection is protected
 * @param user or null for a server that asks for none
 * @param password empty without a user
 * @param from the address that mail comes from
 */
public record SmtpServer(
        String host, int port, Tls tls, @Nullable String user, Secret<String> password, EmailAddress from) {
    /** How the connection is protected. */
    public enum Tls {
        /** From its first byte. */
        IMPLICIT,
        /** By STARTTLS; a server that does not offer it gets nothing. */
        REQUIRED,
        /** By STARTTLS where it is offered: on this machine only. */
        OFFERED
    }
}
