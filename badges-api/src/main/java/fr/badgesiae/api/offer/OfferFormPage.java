package fr.badgesiae.api.offer;

import fr.badgesiae.api.platform.html.Errors;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form of a new offer: people and badges to choose from, by id, and what was typed. */
public record OfferFormPage(
        Map<String, String> people, Map<String, String> badges, OfferFormPages.Typed typed, Errors errors) {

    /** The options with one on top that chooses nothing. */
    public static Map<String, String> withBlank(Map<String, String> options, String blank) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("", blank);
        all.putAll(options);
        return all;
    }
}
