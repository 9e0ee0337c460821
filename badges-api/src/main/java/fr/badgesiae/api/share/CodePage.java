package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.html.Errors;

/**
 * One field for a typed code.
 *
 * @param typed what was typed before, or null
 * @param errors why it led nowhere
 */
public record CodePage(String typed, Errors errors) {}
