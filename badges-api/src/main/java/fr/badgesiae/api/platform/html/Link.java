package fr.badgesiae.api.platform.html;

/**
 * A link that a feature puts into the layout.
 *
 * @param path where it leads
 * @param bundle the folder whose message bundle holds its word
 * @param key the message key of its word
 */
public record Link(String path, String bundle, String key) {}
