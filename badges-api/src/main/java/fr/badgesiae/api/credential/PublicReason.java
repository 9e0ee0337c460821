package fr.badgesiae.api.credential;

import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Public reasons for a revocation or a pause. */
public enum PublicReason {
    WRONG_PERSON,
    WRONG_CONTENT,
    CRITERIA_NOT_MET,
    HOLDER_REQUEST,
    /** The holder withdrew an acceptance in person; never chosen at the desk. */
    HOLDER_WITHDREW,
    /** A successor shows the corrected name; never chosen at the desk. */
    NAME_CORRECTED,
    /** A successor says it in a later version of the text; never chosen at the desk. */
    TEXT_CORRECTED,
    /** It came back from a pause: a successor stands in its place; never chosen at the desk. */
    RESUMED,
    /** A badge of another award stands in its place; never chosen at the desk. */
    RENEWED,
    /** A pause while the organisation looks at the badge again. */
    PAUSED_TO_CHECK,
    /** A pause while the text is looked at again. */
    PAUSED_FOR_TEXT,
    /** A pause that the person asked for. */
    PAUSED_ON_REQUEST;

    /** Whether a counsellor may choose it for a revocation. */
    public boolean atDesk() {
        return switch (this) {
            case WRONG_PERSON, WRONG_CONTENT, CRITERIA_NOT_MET, HOLDER_REQUEST -> true;
            case HOLDER_WITHDREW,
                    NAME_CORRECTED,
                    TEXT_CORRECTED,
                    RESUMED,
                    RENEWED,
                    PAUSED_TO_CHECK,
                    PAUSED_FOR_TEXT,
                    PAUSED_ON_REQUEST -> false;
        };
    }

    /** Whether the badge is paused, and may come back. */
    public boolean isPause() {
        return name().startsWith("PAUSED_");
    }

    /**
     * A reason and a note, as typed by a member who pauses badges or revokes them.
     *
     * @param reason the name of a this enum, or null
     * @param note for the organisation only
     */
    public record ReasonForm(@Nullable String reason, String note) {
        public static final ReasonForm EMPTY = new ReasonForm(null, "");

        private static final int MOST_OF_NOTE = 1000;

        public static ReasonForm of(MultivaluedMap<String, String> typed) {
            return new ReasonForm(
                    typed.getFirst("reason"),
                    Optional.ofNullable(typed.getFirst("note")).orElse("").strip());
        }

        /** The chosen reason, if it is among those that are offered. */
        public Optional<PublicReason> chosen(Predicate<PublicReason> offered) {
            return reasons(offered).filter(one -> one.name().equals(reason)).findFirst();
        }

        /** What is missing of the reason, and wrong with the note. */
        public Errors check(Predicate<PublicReason> offered) {
            Errors errors = chosen(offered).isPresent()
                    ? Errors.none()
                    : Errors.of("reason", "credential.revoke.reason-missing");
            return checkNote(errors);
        }

        /** The same of the note alone, added to other errors. */
        public Errors checkNote(Errors errors) {
            return note.length() > MOST_OF_NOTE
                    ? errors.with("note", "credential.revoke.note-long", MOST_OF_NOTE)
                    : errors;
        }

        /** The reasons to choose from, each with what the public reads, in the reader's language. */
        public static Map<String, String> options(PageContext context, Predicate<PublicReason> offered) {
            Map<String, String> options = new LinkedHashMap<>();
            reasons(offered).forEach(reason -> {
                String own = reason.isPause() ? "credential.pause.reason." : "credential.revoke.reason.";
                options.put(
                        reason.name(),
                        context.t(
                                "credential.revoke.public",
                                context.t(own + reason),
                                context.t("credential.reason." + reason)));
            });
            return options;
        }

        private static Stream<PublicReason> reasons(Predicate<PublicReason> offered) {
            return Arrays.stream(PublicReason.values()).filter(offered);
        }
    }
}
