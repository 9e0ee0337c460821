package fr.badgesiae.api.award;

import fr.badgesiae.api.platform.html.Errors;

/** One field for the PIN of a slip. */
public record ClaimPinPage(String action, Errors errors) {}
