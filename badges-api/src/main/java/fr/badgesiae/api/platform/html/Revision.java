package fr.badgesiae.api.platform.html;

import jakarta.ws.rs.core.MultivaluedMap;

/** The revision that a form was filled from: its hidden field {@code revision}. */
public final class Revision {
    private Revision() {}

    /** Zero, which no stored row has, where the field is missing or not a number. */
    public static int of(MultivaluedMap<String, String> form) {
        String revision = form.getFirst("revision");
        return revision != null && revision.matches("\\d{1,9}") ? Integer.parseInt(revision) : 0;
    }
}
