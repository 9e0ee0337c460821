package fr.badgesiae.api.bulk.content;

import java.util.Locale;

/** Why a badge is not offered to one person of a run. */
public enum RunReason {
    /** The person was not given the information sheet. */
    SHEET_MISSING,
    /** The badge was offered to them before, and nobody said to offer it again. */
    OFFERED_BEFORE,
    /** With their name and their own words, the text breaks a rule of the badge or of its length. */
    WORDS_REFUSED,
    /** The badge was archived, or has a newer version. */
    BADGE_CLOSED,
    /** Something that nobody expected. */
    FAULT;

    /** The message key of its words. */
    public String key() {
        return "bulk.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of how many people it concerns. */
    public String countKey() {
        return key() + ".count";
    }
}
