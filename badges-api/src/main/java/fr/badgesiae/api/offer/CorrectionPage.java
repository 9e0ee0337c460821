package fr.badgesiae.api.offer;

import fr.badgesiae.api.platform.html.Errors;

/** The words of an offer, to be corrected. */
public record CorrectionPage(Offer offer, String narrative, String evidence, Errors errors) {
    public String path() {
        return "/app/offers/" + offer.id();
    }
}
