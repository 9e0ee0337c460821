package fr.badgesiae.api.account;

import fr.badgesiae.api.platform.html.Errors;

/**
 * What a link opens: the form of a new account, or of a new password.
 *
 * @param place the organisation joined
 * @param join whether an account is opened; otherwise a password is set
 */
public record JoinPage(
        String token, String place, boolean join, String role, String name, String login, Errors errors) {}
