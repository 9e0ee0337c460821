package fr.badgesiae.api.achievement.image;

import fr.badgesiae.api.achievement.image.UnusableImageException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Sanitises an SVG by copying elements and attributes of an allow-list. Scripts, styles, links, images, animations,
 * entities and external references are dropped.
 */
final class SvgCleaner {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final int MAX_ELEMENTS = 5_000;
    private static final int MAX_DEPTH = 32;
    private static final Set<String> ELEMENTS = Set.of(
            "g",
            "path",
            "circle",
            "rect",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "title",
            "desc",
            "defs",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath");
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "d",
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "fx",
            "fy",
            "dx",
            "dy",
            "width",
            "height",
            "points",
            "transform",
            "viewBox",
            "preserveAspectRatio",
            "fill",
            "fill-opacity",
            "fill-rule",
            "clip-path",
            "clip-rule",
            "stroke",
            "stroke-width",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-opacity",
            "stroke-dasharray",
            "opacity",
            "offset",
            "stop-color",
            "stop-opacity",
            "gradientUnits",
            "gradientTransform",
            "spreadMethod",
            "font-family",
            "font-size",
            "font-weight",
            "font-style",
            "text-anchor",
            "letter-spacing");
    /** The functions of transforms and colours; each name with its parenthesis. */
    private static final Pattern FUNCTION =
            Pattern.compile("\\b(?:matrix|translate|scale|rotate|skewX|skewY|rgb|rgba|hsl|hsla)\\(");

    private static final Pattern OWN_REFERENCE = Pattern.compile("url\\(#[A-Za-z][\\w.-]{0,63}\\)");

    private int elements;

    private SvgCleaner() {}

    static byte[] clean(byte[] upload) throws UnusableImageException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(upload))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnusableImageException(Reason.NEITHER_PNG_NOR_SVG);
        }
        Document source = Jsoup.parse(text, "", Parser.xmlParser());
        Element root = source.children().stream()
                .filter(child -> child.tagName().equals("svg"))
                .findFirst()
                .orElseThrow(() -> new UnusableImageException(Reason.NEITHER_PNG_NOR_SVG));
        Document target = new Document("").parser(Parser.xmlParser());
        target.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .prettyPrint(false)
                .charset("UTF-8");
        Element svg = target.appendElement("svg");
        svg.attr("xmlns", NAMESPACE);
        new SvgCleaner().copy(root, svg, 0);
        if (!svg.hasAttr("viewBox") && !(svg.hasAttr("width") && svg.hasAttr("height"))) {
            throw new UnusableImageException(Reason.UNREADABLE);
        }
        return target.outerHtml().getBytes(StandardCharsets.UTF_8);
    }

    private void copy(Element from, Element to, int depth) throws UnusableImageException {
        if (++elements > MAX_ELEMENTS || depth > MAX_DEPTH) {
            throw new UnusableImageException(Reason.TOO_LARGE);
        }
        for (Attribute attribute : from.attributes()) {
            String value = attribute.getValue();
            if (ATTRIBUTES.contains(attribute.getKey()) && harmless(value)) {
                to.attr(attribute.getKey(), value);
            }
        }
        for (Node child : from.childNodes()) {
            if (child instanceof Element element && ELEMENTS.contains(element.tagName())) {
                copy(element, to.appendElement(element.tagName()), depth + 1);
            } else if (child instanceof TextNode words && !to.tagName().equals("svg")) {
                to.appendChild(new TextNode(words.getWholeText()));
            }
        }
    }

    /**
     * A reference within the same document, or a value without any other function than those known: any other may name a
     * document elsewhere. A backslash may write the name of one in escapes of CSS.
     */
    private static boolean harmless(String value) {
        return OWN_REFERENCE.matcher(value.strip()).matches()
                || (value.indexOf('\\') < 0
                        && FUNCTION.matcher(value).replaceAll("").indexOf('(') < 0);
    }
}
