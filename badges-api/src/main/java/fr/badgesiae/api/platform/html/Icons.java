package fr.badgesiae.api.platform.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The symbols of the sprite {@code assets/icons.svg} as inline {@code svg} elements. Inline, because browsers disagree on
 * which Content-Security-Policy directive applies to an external sprite.
 */
public final class Icons {
    private static final String SPRITE = "/assets/icons.svg";
    private static final Map<String, String> ELEMENTS = read();

    private Icons() {}

    /**
     * @param name the id of a symbol
     * @return an {@code svg} element without a name for assistive technology, or an empty text for an unknown symbol
     */
    public static String svg(String name) {
        return ELEMENTS.getOrDefault(name, "");
    }

    private static Map<String, String> read() {
        try (InputStream sprite = Icons.class.getResourceAsStream(SPRITE)) {
            if (sprite == null) {
                throw new IllegalStateException("missing from the jar: " + SPRITE);
            }
            Document document = Jsoup.parse(sprite, "UTF-8", "", Parser.xmlParser());
            document.outputSettings().prettyPrint(false);
            return document.select("symbol").stream()
                    .collect(Collectors.toUnmodifiableMap(Element::id, Icons::element));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String element(Element symbol) {
        String classes = symbol.hasClass("solid") ? "icon solid i-" + symbol.id() : "icon";
        // jsoup writes a space before the end of an empty element; the sprite has none.
        String shapes = symbol.children().stream()
                .map(shape -> shape.outerHtml().replace(" />", "/>"))
                .collect(Collectors.joining());
        return "<svg class=\"" + classes + "\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" aria-hidden=\"true\""
                + " focusable=\"false\">" + shapes + "</svg>";
    }
}
