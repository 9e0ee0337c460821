package fr.badgesiae.api.bulk.offers;

/** What an act does to one offer, or did. */
public enum OffersOutcome {
    DONE,
    /** It was answered, cancelled or has ended: nothing waits. */
    CLOSED,
    /** It waits for its correction. */
    DISPUTED,
    /** Wrong PINs locked its slip. */
    LOCKED,
    /** It would end later than an offer may. */
    TOO_LATE,
    /** It is not as it was when the member read the page. */
    CHANGED,
    /** The organisation may not offer for now. */
    PAUSED,
    /** No offer of the organisation any more. */
    GONE,
    /** Something failed; it can be tried again. */
    FAILED
}
