package fr.badgesiae.api.request.content;

import java.util.Locale;

/** States of a request. The constants equal the CHECK of {@code badge_request.state}. */
public enum RequestState {
    /** The desk has something to read. */
    SENT,
    /** The desk asked back and waits. */
    ASKED,
    /** A badge is offered. */
    ACCEPTED,
    REFUSED,
    /** By whoever asked. */
    WITHDRAWN;

    public boolean open() {
        return this == SENT || this == ASKED;
    }

    /** Its word in an address and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
