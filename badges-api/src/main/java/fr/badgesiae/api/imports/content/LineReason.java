package fr.badgesiae.api.imports.content;

import java.util.Locale;

/** Why the spelling of a line is to be looked at, or why it is not added. */
public enum LineReason {
    /** All capitals, or none: accents may be missing, and badges are signed with this spelling. */
    CAPITALS,
    /** Figures or signs that names rarely have. */
    ODD_CHARACTERS,
    FIRST_NAME_MISSING,
    LAST_NAME_MISSING,
    TOO_LONG,
    UNREADABLE,
    /** An initial and dots: the list does not say the name. */
    MASKED;

    /** The message key of its words. */
    public String key() {
        return "imports.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a member can settle it here. */
    public boolean spelling() {
        return this == CAPITALS || this == ODD_CHARACTERS;
    }
}
