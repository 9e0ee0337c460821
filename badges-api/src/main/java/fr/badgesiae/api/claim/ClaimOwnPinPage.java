package fr.badgesiae.api.claim;

import fr.badgesiae.api.platform.html.Errors;

/** The holder chooses a PIN. */
public record ClaimOwnPinPage(Errors errors) {}
