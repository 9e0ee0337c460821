package fr.badgesiae.api.platform.i18n;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The languages of some pages, beside French and English which all pages have. Their bundles may miss keys: these are said in
 * French.
 *
 * @param offered languages with bundles, which pages can be shown in
 * @param unreviewed those of them that nobody has read again; their pages say so
 */
public record AddedLanguages(List<Locale> offered, Set<Locale> unreviewed) {
    /** Those that have bundles. */
    static final List<Locale> WRITTEN = List.of(Locale.forLanguageTag("ar"));

    public static final AddedLanguages NONE = new AddedLanguages(List.of(), Set.of());

    public AddedLanguages {
        offered = List.copyOf(offered);
        unreviewed = Set.copyOf(unreviewed);
    }

    /**
     * The languages that somebody has read again.
     *
     * @param reviews who and when, by the language's tag; a blank one is none
     * @throws IllegalArgumentException for a language without bundles
     */
    public static AddedLanguages reviewed(Map<String, @Nullable String> reviews) {
        for (String tag : reviews.keySet()) {
            if (named(tag, WRITTEN).isEmpty()) {
                throw new IllegalArgumentException("no texts in the language \"" + tag + "\"");
            }
        }
        return new AddedLanguages(
                WRITTEN.stream()
                        .filter(language -> isReviewed(reviews.get(language.getLanguage())))
                        .toList(),
                Set.of());
    }

    private static boolean isReviewed(@Nullable String review) {
        return review != null && !review.isBlank();
    }

    /** These and all other languages with bundles, which are marked as unreviewed. */
    public AddedLanguages withUnreviewed() {
        Set<Locale> others = Set.copyOf(
                WRITTEN.stream().filter(language -> !offered.contains(language)).toList());
        return new AddedLanguages(
                Stream.concat(offered.stream(), others.stream()).toList(), others);
    }

    /** These and the two languages of {@link PseudoLanguage}. */
    public AddedLanguages withPseudo() {
        return new AddedLanguages(
                Stream.concat(offered.stream(), PseudoLanguage.BOTH.stream()).toList(), unreviewed);
    }

    /** French, English and these. */
    public List<Locale> all() {
        List<Locale> all = new ArrayList<>(Languages.OFFERED);
        all.addAll(offered);
        return all;
    }

    static Optional<Locale> named(@Nullable String tag, List<Locale> among) {
        return among.stream()
                .filter(language -> language.getLanguage().equals(tag))
                .findFirst();
    }

    /** The language that dates are written in. */
    public static Locale ofDates(Locale language) {
        return PseudoLanguage.is(language) ? Locale.FRENCH : language;
    }

    /** Whether the language is written from right to left. */
    public static boolean rightToLeft(Locale language) {
        return switch (language.getLanguage()) {
            case "ar", PseudoLanguage.MIRRORED_TAG -> true;
            default -> false;
        };
    }
}
