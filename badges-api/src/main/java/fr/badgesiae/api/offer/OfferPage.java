package fr.badgesiae.api.offer;

/**
 * One offer.
 *
 * @param state as of now
 * @param badgePath the desk's page of the badge it led to, or null
 * @param beingMade whether that badge is not signed yet
 * @param unfinished whether the holder accepted but has no card yet
 * @param acts what can be done now
 */
public record OfferPage(
        Offer offer, OfferState state, String badgePath, boolean beingMade, boolean unfinished, Acts acts) {

    /** What can be done to the offer now. */
    public record Acts(boolean print, boolean reissue, boolean correct, boolean cancel, boolean pass) {}

    public String path() {
        return "/app/offers/" + offer.id();
    }
}
