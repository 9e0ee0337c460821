package fr.badgesiae.api.award;

import fr.badgesiae.api.platform.html.Errors;

/** What may be wrong. */
public record ClaimErrorPage(ClaimText text, Errors errors) {}
