package fr.badgesiae.api.person.group;

import fr.badgesiae.api.person.content.GroupKind;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A group as typed.
 *
 * @param kind the name of a {@link GroupKind}; fixed once the group exists
 * @param site the id of a site, or empty; read for a team alone
 */
public record GroupForm(String kind, String name, String site) {
    static final int LONGEST = 100;

    static GroupForm empty() {
        return new GroupForm(GroupKind.TEAM.name(), "", "");
    }

    static GroupForm of(MultivaluedMap<String, String> form) {
        return new GroupForm(text(form.getFirst("kind")), text(form.getFirst("name")), text(form.getFirst("site")));
    }

    Optional<GroupKind> known() {
        return Arrays.stream(GroupKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
    }

    Errors check() {
        Errors errors = known().isPresent() ? Errors.none() : Errors.of("kind", "worker.group.error.kind");
        if (name.isEmpty()) {
            return errors.with("name", "worker.group.error.name-missing");
        }
        if (name.length() > LONGEST) {
            return errors.with("name", "worker.group.error.too-long", LONGEST);
        }
        boolean readable = name.codePoints().anyMatch(Character::isLetterOrDigit)
                && name.codePoints().noneMatch(c -> Character.isISOControl(c) || c == '<' || c == '>');
        return readable ? errors : errors.with("name", "worker.group.error.unreadable");
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : Normalizer.normalize(typed.strip().replaceAll("\\s+", " "), Normalizer.Form.NFC);
    }
}
