package fr.badgesiae.api.credential;

import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.Optional;

/** What a counsellor typed before taking a badge back. */
record RevokeForm(String reason, String note, boolean sure) {
    private static final int MOST = 1000;

    static RevokeForm of(MultivaluedMap<String, String> typed) {
        return new RevokeForm(
                typed.getFirst("reason"),
                Optional.ofNullable(typed.getFirst("note")).orElse("").strip(),
                typed.getFirst("sure") != null);
    }

    /** The chosen reason, if it is one of the desk's. */
    Optional<PublicReason> chosen() {
        return Arrays.stream(PublicReason.values())
                .filter(PublicReason::atDesk)
                .filter(one -> one.name().equals(reason))
                .findFirst();
    }

    Errors check() {
        Errors errors = Errors.none();
        if (chosen().isEmpty()) {
            errors = errors.with("reason", "credential.revoke.reason-missing");
        }
        if (note.length() > MOST) {
            errors = errors.with("note", "credential.revoke.note-long", MOST);
        }
        if (!sure) {
            errors = errors.with("sure", "credential.revoke.sure-missing");
        }
        return errors;
    }
}
