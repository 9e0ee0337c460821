package fr.badgesiae.api.platform.html;

import java.util.Locale;

/**
 * The link to a page in another language.
 *
 * @param tag of the language
 * @param name of the language, in that language
 */
public record LanguageLink(String tag, String name, String path) {
    static LanguageLink of(Locale language, String path) {
        String name = language.getDisplayLanguage(language);
        return new LanguageLink(
                language.getLanguage(), name.substring(0, 1).toUpperCase(language) + name.substring(1), path);
    }
}
