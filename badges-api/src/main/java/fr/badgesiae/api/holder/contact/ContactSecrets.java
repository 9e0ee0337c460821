package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.mail.MessageKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The code and the link that confirm a contact. Stored as keyed hashes. */
final class ContactSecrets {
    private final Vault vault;
    private final Ids ids;

    ContactSecrets(Vault vault, Ids ids) {
        this.vault = vault;
        this.ids = ids;
    }

    /**
     * New secrets of a contact.
     *
     * @param code six digits
     * @param link the last part of an address, or null: an SMS has none, links in them are those of thieves
     */
    record Fresh(String code, @Nullable String link) {
        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }

    Fresh draw(MessageKind kind) {
        return new Fresh(ids.pin(), kind == MessageKind.MAIL ? ids.token() : null);
    }

    byte[] code(UUID contact, String code) {
        return vault.lookup("holder_contact.code", contact + "|" + code);
    }

    byte @Nullable [] linkOrNull(@Nullable String link) {
        return link == null ? null : link(link);
    }

    byte[] link(String link) {
        return vault.lookup("holder_contact.link", link);
    }
}
