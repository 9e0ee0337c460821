package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.html.Errors;

/** The form of another PIN, or that it is changed. */
public record PinPage(boolean changed, Errors errors) {}
