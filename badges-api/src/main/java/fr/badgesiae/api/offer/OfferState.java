package fr.badgesiae.api.offer;

import java.time.Instant;
import java.util.Locale;

/** The state of an offer. */
public enum OfferState {
    DRAFT,
    OFFERED,
    ACCEPTED,
    DECLINED,
    DISPUTED,
    CANCELLED,
    EXPIRED;

    /** The state at a moment: an end that has passed counts before the job has written it. */
    public OfferState at(Instant now, Instant endsAt) {
        boolean open = this == OFFERED || this == DISPUTED;
        return open && !endsAt.isAfter(now) ? EXPIRED : this;
    }

    /** The message key of its word for the desk. */
    public String key() {
        return "award.state." + name().toLowerCase(Locale.ROOT);
    }
}
