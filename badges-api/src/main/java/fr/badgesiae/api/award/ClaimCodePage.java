package fr.badgesiae.api.award;

import fr.badgesiae.api.platform.html.Errors;

/** One field for the code of a slip. */
public record ClaimCodePage(String typed, Errors errors) {}
