package fr.badgesiae.api.account;

import fr.badgesiae.api.platform.html.Errors;

/**
 * The door of the desk.
 *
 * @param next a path of ours to go to afterwards
 * @param login as typed
 * @param asleep whether a desk on this device waits for its password: then only that is asked
 */
public record SignInPage(String next, String login, boolean asleep, Errors errors) {}
