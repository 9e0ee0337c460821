package fr.badgesiae.api.platform.html;

import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;

/** A completely rendered page: a failing template fails before the first byte is sent. */
public final class RenderedPage {
    private final Utf8ByteOutput output;
    private final Locale language;
    private final Supplier<RenderedPage> other;

    RenderedPage(Utf8ByteOutput output, Locale language, Supplier<RenderedPage> other) {
        this.output = output;
        this.language = language;
        this.other = other;
    }

    /** The same page in one of our languages, rendered now where it is not the language of the request. */
    public RenderedPage in(Locale wanted) {
        return wanted.equals(language) ? this : other.get();
    }

    Utf8ByteOutput output() {
        return output;
    }

    /** The page as text. */
    public String text() {
        return new String(output.toByteArray(), StandardCharsets.UTF_8);
    }
}
