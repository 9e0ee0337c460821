package fr.badgesiae.api.account;

import fr.badgesiae.api.platform.html.Errors;

/** The form of one's own password. */
public record PasswordPage(boolean saved, Errors errors) {}
