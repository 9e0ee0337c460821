package fr.badgesiae.api.platform.html;

import fr.badgesiae.api.platform.i18n.Languages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The language that a paper has beside French. A text that it misses stands in French alone. */
public final class SecondLanguage {
    private final PageContext context;

    private SecondLanguage(PageContext context) {
        this.context = context;
    }

    /** The choices for a paper, by tag; the first, without a tag, is French alone. */
    public static Map<String, String> choices(PageContext context) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", context.t("common.french-alone"));
        for (Locale language : offered(context)) {
            choices.put(
                    language.getLanguage(),
                    context.t("common.french-and", language.getDisplayLanguage(context.language())));
        }
        return choices;
    }

    /** The language of this tag, or null where the installation does not offer it. */
    public static @Nullable SecondLanguage of(PageContext context, String tag) {
        return offered(context).stream()
                .filter(language -> language.getLanguage().equals(tag))
                .findFirst()
                .map(language -> new SecondLanguage(context.in(language)))
                .orElse(null);
    }

    private static List<Locale> offered(PageContext context) {
        return context.settings().languages().all().stream()
                .filter(language -> !language.equals(Locale.FRENCH))
                .toList();
    }

    public String lang() {
        return context.lang();
    }

    /** {@code rtl} or {@code ltr}. */
    public String direction() {
        return context.direction() == null ? "ltr" : "rtl";
    }

    /** Whether nobody has read the texts in this language again. */
    public boolean unreviewed() {
        return context.unreviewed();
    }

    /** Days and times in this language. */
    public PageContext context() {
        return context;
    }

    /** The text, or null where this language misses it. */
    public @Nullable String t(String key, Object... arguments) {
        boolean written = Languages.OFFERED.contains(context.shownIn())
                || context.messages().isWritten(context.shownIn(), key);
        return written ? context.t(key, arguments) : null;
    }
}
