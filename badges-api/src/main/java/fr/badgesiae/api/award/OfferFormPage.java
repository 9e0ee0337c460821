package fr.badgesiae.api.award;

import fr.badgesiae.api.platform.html.Errors;
import java.util.Map;

/** The form of a new offer: people and badges to choose from, by id, and what was typed. */
public record OfferFormPage(
        Map<String, String> workers, Map<String, String> badges, OfferFormPages.Typed typed, Errors errors) {}
