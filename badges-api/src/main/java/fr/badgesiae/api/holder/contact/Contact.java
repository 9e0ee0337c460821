package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.mail.MessageKind;
import java.time.Instant;

/**
 * A contact as its holder sees it.
 *
 * @param masked such as {@code a…@exemple.fr}
 * @param confirmed false while its code is awaited
 * @param since when it was confirmed, or typed
 */
public record Contact(ContactId id, MessageKind kind, String masked, boolean confirmed, Instant since) {
    public String path() {
        return "/me/contacts/" + id;
    }
}
