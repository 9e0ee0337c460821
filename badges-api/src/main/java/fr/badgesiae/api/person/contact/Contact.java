package fr.badgesiae.api.person.contact;

import org.jspecify.annotations.Nullable;

/** An e-mail address and a phone number, each null where there is none. */
public record Contact(@Nullable String email, @Nullable String phone) {
    static final Contact NONE = new Contact(null, null);

    /** The same as a hint: the first letter and the place of the address, the last two digits of the number. */
    public Contact masked() {
        return new Contact(
                email == null
                        ? null
                        : email.substring(0, email.offsetByCodePoints(0, 1)) + "…"
                                + email.substring(email.lastIndexOf('@')),
                phone == null ? null : "… " + phone.substring(phone.length() - 2));
    }

    public boolean isEmpty() {
        return email == null && phone == null;
    }

    @Override
    public String toString() {
        return "Contact[REDACTED]";
    }
}
