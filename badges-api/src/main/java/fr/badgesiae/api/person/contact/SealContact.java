package fr.badgesiae.api.person.contact;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Vault;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals contacts for storage. A seal is bound to one field of one row of one organisation. */
public final class SealContact {
    private final Vault vault;

    public SealContact(Vault vault) {
        this.vault = vault;
    }

    byte @Nullable [] email(OrganisationId organisation, UUID row, @Nullable String text) {
        return seal("email", organisation, row, text);
    }

    byte @Nullable [] phone(OrganisationId organisation, UUID row, @Nullable String text) {
        return seal("phone", organisation, row, text);
    }

    /** Both fields of a row, opened. */
    public Contact open(OrganisationId organisation, UUID row, byte @Nullable [] email, byte @Nullable [] phone) {
        return new Contact(open("email", organisation, row, email), open("phone", organisation, row, phone));
    }

    private byte @Nullable [] seal(String field, OrganisationId organisation, UUID row, @Nullable String text) {
        return text == null
                ? null
                : vault.seal(text.getBytes(StandardCharsets.UTF_8), context(field, organisation, row));
    }

    private @Nullable String open(String field, OrganisationId organisation, UUID row, byte @Nullable [] sealed) {
        return sealed == null
                ? null
                : new String(vault.open(sealed, context(field, organisation, row)), StandardCharsets.UTF_8);
    }

    private static String context(String field, OrganisationId organisation, UUID row) {
        return "person_contact." + field + "|" + row + "|" + organisation;
    }
}
