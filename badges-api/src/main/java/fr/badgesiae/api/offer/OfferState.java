package fr.badgesiae.api.offer;

import java.util.Locale;

/** Where an offer stands. */
public enum OfferState {
    DRAFT,
    OFFERED,
    ACCEPTED,
    DECLINED,
    DISPUTED,
    CANCELLED,
    EXPIRED;

    /** The message key of its word for the desk. */
    public String key() {
        return "award.state." + name().toLowerCase(Locale.ROOT);
    }
}
