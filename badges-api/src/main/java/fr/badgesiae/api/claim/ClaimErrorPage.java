package fr.badgesiae.api.claim;

import fr.badgesiae.api.offer.Dispute;
import fr.badgesiae.api.offer.OfferText;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** What may be wrong. */
public record ClaimErrorPage(OfferText text, Errors errors) {

    /** The errors to choose from. */
    public Map<String, String> options(PageContext context) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Dispute dispute : Dispute.values()) {
            options.put(dispute.name(), context.t(dispute.key()));
        }
        return options;
    }
}
