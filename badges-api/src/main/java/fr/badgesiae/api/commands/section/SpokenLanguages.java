package fr.badgesiae.api.commands.section;

import fr.badgesiae.api.BadgesConfiguration;
import fr.badgesiae.api.platform.StartRefused;
import fr.badgesiae.api.platform.i18n.AddedLanguages;

/** Reads which languages some pages have beside French and English. */
public final class SpokenLanguages {
    private SpokenLanguages() {}

    /** Those that somebody has read again. */
    public static AddedLanguages published(BadgesConfiguration configuration) {
        try {
            return AddedLanguages.reviewed(configuration.languages().reviewed());
        } catch (IllegalArgumentException unknown) {
            throw new StartRefused(
                    "languages.reviewed ne connaît que les langues qui ont des textes, comme ar : "
                            + unknown.getMessage(),
                    "languages.reviewed knows only languages with texts, such as ar: " + unknown.getMessage(),
                    unknown);
        }
    }

    /** All, those that nobody has read again marked as such. */
    public static AddedLanguages demonstration(BadgesConfiguration configuration) {
        AddedLanguages all = published(configuration).withUnreviewed();
        return configuration.languages().pseudo() ? all.withPseudo() : all;
    }
}
