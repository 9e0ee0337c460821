package fr.badgesiae.api.imports.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What was found in a line. */
public enum Finding {
    /** To be corrected in the list; is not added. */
    ERROR,
    /** Somebody must look at the spelling first. */
    SPELLING,
    /** Somebody has this name already. */
    KNOWN,
    /** An earlier line has this name. */
    TWICE,
    NEW;

    /** Its name in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its words. */
    public String key() {
        return "imports.finding." + word();
    }

    public static Optional<Finding> named(String word) {
        return Arrays.stream(values())
                .filter(finding -> finding.word().equals(word))
                .findFirst();
    }
}
