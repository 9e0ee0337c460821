package fr.badgesiae.api.person;

import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * A person as typed: names in any script, at most 200 characters each, and the kind. The form asks for nothing else.
 *
 * @param kind null from a form that does not ask: a new person is a worker, the kind of another one stays
 */
public record PersonForm(
        String firstName, String lastName, @Nullable PersonKind kind) {
    private static final int LONGEST = 200;

    /** Without a kind. */
    public PersonForm(String firstName, String lastName) {
        this(firstName, lastName, null);
    }

    static PersonForm empty(PersonKind kind) {
        return new PersonForm("", "", kind);
    }

    PersonForm as(@Nullable PersonKind other) {
        return new PersonForm(firstName, lastName, other);
    }

    PersonForm orOf(@Nullable PersonKind otherwise) {
        return kind == null ? as(otherwise) : this;
    }

    static PersonForm of(MultivaluedMap<String, String> form) {
        return new PersonForm(
                text(form.getFirst("firstName")),
                text(form.getFirst("lastName")),
                PersonKind.named(text(form.getFirst("kind"))).orElse(null));
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
