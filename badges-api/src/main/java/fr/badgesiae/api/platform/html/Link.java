package fr.badgesiae.api.platform.html;

/**
 * A link of a feature in the page layout.
 *
 * @param path the target
 * @param bundle the folder whose message bundle holds the link text
 * @param key the message key of the link text
 */
public record Link(String path, String bundle, String key) {}
