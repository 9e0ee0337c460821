package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** A worker's names as typed: any script, at most 200 characters each. The form asks for nothing else. */
public record PersonForm(String firstName, String lastName) {
    private static final int LONGEST = 200;

    static PersonForm empty() {
        return new PersonForm("", "");
    }

    static PersonForm of(MultivaluedMap<String, String> form) {
        return new PersonForm(text(form.getFirst("firstName")), text(form.getFirst("lastName")));
    }

    /** The names as they are kept, from a table; not checked. */
    public static PersonForm named(String firstName, String lastName) {
        return new PersonForm(text(firstName), text(lastName));
    }

    public Errors check() {
        return check(check(Errors.none(), "firstName", firstName), "lastName", lastName);
    }

    private static Errors check(Errors errors, String field, String value) {
        if (value.isEmpty()) {
            return errors.with(field, "worker.error." + field + "-missing");
        }
        if (value.length() > LONGEST) {
            return errors.with(field, "worker.error.too-long", LONGEST);
        }
        // Any script, spaces and punctuation. Control characters, angle brackets and @ are typing errors.
        boolean readable = value.codePoints().anyMatch(Character::isLetter)
                && value.codePoints().noneMatch(c -> Character.isISOControl(c) || c == '<' || c == '>' || c == '@');
        return readable ? errors : errors.with(field, "worker.error.unreadable");
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : Normalizer.normalize(typed.strip().replaceAll("\\s+", " "), Normalizer.Form.NFC);
    }
}
