package fr.badgesiae.api.observation.words;

import java.util.Locale;

/** Why a word does not belong on a badge. */
public enum Reason {
    HEALTH,
    JUSTICE,
    HOUSING,
    FAMILY,
    ORIGIN,
    PAPERS,
    /** It says what somebody overcame, and so what they had. */
    CONTRAST;

    /** The message key of its sentence. */
    public String key() {
        return "observation.careful." + name().toLowerCase(Locale.ROOT);
    }
}
