package fr.badgesiae.api.claim;

import fr.badgesiae.api.platform.html.Errors;

/** One field for the code of a slip. */
public record ClaimCodePage(String typed, Errors errors) {}
