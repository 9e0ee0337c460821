package fr.badgesiae.api.claim;

import fr.badgesiae.api.platform.html.Errors;

/** One field for the PIN of a slip. */
public record ClaimPinPage(String action, Errors errors) {}
