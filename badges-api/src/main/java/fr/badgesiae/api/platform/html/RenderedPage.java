package fr.badgesiae.api.platform.html;

import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;

/** A completely rendered page: a failing template fails before the first byte is sent. */
public final class RenderedPage {
    private final Utf8ByteOutput output;

    RenderedPage(Utf8ByteOutput output) {
        this.output = output;
    }

    Utf8ByteOutput output() {
        return output;
    }

    /** The page as text. */
    public String text() {
        return new String(output.toByteArray(), StandardCharsets.UTF_8);
    }
}
