package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.mail.EmailAddress;
import fr.badgesiae.api.platform.mail.MessageKind;
import fr.badgesiae.api.platform.mail.MobileNumber;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Seals addresses and numbers for storage. The seal is bound to one contact of one holder. */
final class SealAddress {
    private final Vault vault;

    SealAddress(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(UUID contact, UUID holder, String address) {
        return vault.seal(address.getBytes(StandardCharsets.US_ASCII), context(contact, holder));
    }

    String open(UUID contact, UUID holder, byte[] sealed) {
        return new String(vault.open(sealed, context(contact, holder)), StandardCharsets.US_ASCII);
    }

    String open(SealedContact contact) {
        return open(contact.id(), contact.holderId(), contact.address());
    }

    String masked(SealedContact contact) {
        String address = open(contact);
        return contact.kind() == MessageKind.MAIL
                ? new EmailAddress(address).masked()
                : new MobileNumber(address).masked();
    }

    private static String context(UUID contact, UUID holder) {
        return "holder_contact.address|" + contact + "|" + holder;
    }
}
