package fr.badgesiae.api.person.contact;

import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Contacts as typed. An empty field keeps what is stored, unless its box says to remove it.
 *
 * @param email may be empty, as may be {@code phone}
 */
public record ContactForm(String email, String phone, boolean dropsEmail, boolean dropsPhone) {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\".]+");
    private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 .()-]{4,36}[0-9]");
    private static final int LONGEST = 254;

    static ContactForm empty() {
        return new ContactForm("", "", false, false);
    }

    static ContactForm of(MultivaluedMap<String, String> form) {
        return new ContactForm(
                text(form, "email"),
                text(form, "phone"),
                form.containsKey("dropsEmail"),
                form.containsKey("dropsPhone"));
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        String typed = form.getFirst(field);
        return typed == null ? "" : typed.strip();
    }

    Errors check() {
        Errors errors = Errors.none();
        if (!email.isEmpty()
                && (email.length() > LONGEST || !EMAIL.matcher(email).matches())) {
            errors = errors.with("email", "worker.contact.error.email");
        }
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            errors = errors.with("phone", "worker.contact.error.phone");
        }
        return errors;
    }

    /** What is kept after this form. */
    Contact over(Contact stored) {
        return new Contact(kept(email, dropsEmail, stored.email()), kept(phone, dropsPhone, stored.phone()));
    }

    private static @Nullable String kept(String typed, boolean drops, @Nullable String stored) {
        if (!typed.isEmpty()) {
            return typed;
        }
        return drops ? null : stored;
    }

    @Override
    public String toString() {
        return "ContactForm[REDACTED]";
    }
}
