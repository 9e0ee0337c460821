package fr.badgesiae.api.award;

import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.html.PageContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** What may be wrong. */
public record ClaimErrorPage(ClaimText text, Errors errors) {

    /** The errors to choose from. */
    public Map<String, String> options(PageContext context) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Dispute dispute : Dispute.values()) {
            options.put(dispute.name(), context.t(dispute.key()));
        }
        return options;
    }
}
