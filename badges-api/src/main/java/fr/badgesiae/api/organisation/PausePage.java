package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.html.Errors;

/**
 * The question before an organisation is paused, or before its pause ends.
 *
 * @param reason what was typed
 */
public record PausePage(String id, String legalName, String reason, Errors errors) {}
