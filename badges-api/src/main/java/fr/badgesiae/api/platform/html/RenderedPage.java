package fr.badgesiae.api.platform.html;

import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A completely rendered page: a failing template fails before the first byte is sent. */
public final class RenderedPage {
    private final Utf8ByteOutput output;
    private final Locale language;
    private final List<Locale> languages;
    private final Function<Locale, RenderedPage> others;

    RenderedPage(
            Utf8ByteOutput output, Locale language, List<Locale> languages, Function<Locale, RenderedPage> others) {
        this.output = output;
        this.language = language;
        this.languages = languages;
        this.others = others;
    }

    /** The same page in one of our languages, rendered now where it is not the language of the request. */
    public RenderedPage in(Locale wanted) {
        return wanted.equals(language) ? this : others.apply(wanted);
    }

    /** The languages of this page: French, English and added ones. */
    public List<Locale> languages() {
        return languages;
    }

    Utf8ByteOutput output() {
        return output;
    }

    /** The page as text. */
    public String text() {
        return new String(output.toByteArray(), StandardCharsets.UTF_8);
    }
}
