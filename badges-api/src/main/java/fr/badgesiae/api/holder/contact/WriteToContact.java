package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.i18n.Languages;
import fr.badgesiae.api.platform.mail.MessageKind;
import fr.badgesiae.api.platform.mail.OutgoingMessage;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** Writes one message to one contact, in the language of its holder and in the caller's transaction. */
final class WriteToContact {
    private static final String KEYS = "holder.message.";

    private final Platform platform;
    private final SealAddress seal;

    WriteToContact(Platform platform, SealAddress seal) {
        this.platform = platform;
        this.seal = seal;
    }

    /**
     * Writes what is told without being asked for: it says how to end it.
     *
     * @param what the part of the message keys, such as {@code reopened}
     */
    void tell(Handle handle, SealedContact contact, String what, Object... arguments) {
        Locale language = language(contact);
        String text = words(language, contact, what, arguments);
        if (contact.kind() == MessageKind.MAIL) {
            text += "\n\n"
                    + platform.pages()
                            .words(language, KEYS + "why", platform.settings().url("/me/contacts"));
        }
        write(handle, new HolderId(contact.holderId()), contact, what, text);
    }

    /** Writes what was asked for just now, or says for the last time that nothing more is written. */
    void answer(Handle handle, SealedContact contact, String what, Object... arguments) {
        lastOf(handle, new HolderId(contact.holderId()), contact, what, arguments);
    }

    /**
     * Writes to a contact whose space ends with the transaction.
     *
     * @param sender whose space is there afterwards; the message goes with it if it is erased before
     */
    void lastOf(Handle handle, HolderId sender, SealedContact contact, String what, Object... arguments) {
        write(handle, sender, contact, what, words(language(contact), contact, what, arguments));
    }

    /** Keys end in {@code mail} or {@code sms}. */
    private String words(Locale language, SealedContact contact, String what, Object... arguments) {
        String kind = contact.kind().name().toLowerCase(Locale.ROOT);
        return platform.pages().words(language, KEYS + what + "." + kind, arguments);
    }

    private void write(Handle handle, HolderId sender, SealedContact contact, String what, String text) {
        Locale language = language(contact);
        String subject =
                contact.kind() == MessageKind.MAIL ? platform.pages().words(language, KEYS + what + ".subject") : "";
        platform.outbox()
                .write(
                        handle,
                        sender,
                        new OutgoingMessage(contact.kind(), seal.open(contact), language, subject, text));
    }

    private static Locale language(SealedContact contact) {
        return Languages.OFFERED.stream()
                .filter(offered -> offered.getLanguage().equals(contact.language()))
                .findFirst()
                .orElse(Locale.FRENCH);
    }
}
