package fr.badgesiae.api.person.contact;

import fr.badgesiae.api.person.PersonModule;
import fr.badgesiae.api.person.contact.personal.ContactOfFile;
import fr.badgesiae.api.platform.Platform;
import java.util.List;

/** Wires contacts into the feature, whose other rooms do not know them. */
public final class ContactModule {
    private ContactModule() {}

    /** Adds the pages and the personal data; before the first request. */
    public static void addTo(PersonModule person, Platform platform) {
        SealContact seal = new SealContact(platform.vault());
        person.add(List.of(new ContactPages(platform)), List.of(ContactAudit.values()));
        person.add(
                ContactOfFile.tables((organisation, row, email, phone) -> {
                    Contact contact = seal.open(organisation, row, email, phone);
                    return new ContactOfFile.Opened(contact.email(), contact.phone());
                }),
                ContactOfFile.merged());
    }
}
