package fr.badgesiae.api.platform.html;

/**
 * The link to a page in another language.
 *
 * @param tag of the language
 * @param name of the language, in that language
 */
public record LanguageLink(String tag, String name, String path) {}
