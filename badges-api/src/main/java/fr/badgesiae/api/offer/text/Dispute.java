package fr.badgesiae.api.offer.text;

import java.util.Locale;

/** The error that the worker reports. */
public enum Dispute {
    NAME,
    TEXT,
    NOT_ME;

    /** The message key of its words for the desk. */
    public String key() {
        return "award.dispute." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
