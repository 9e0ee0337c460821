package fr.badgesiae.verifier.scan;

import fr.badgesiae.verifier.bake.XmlText;
import fr.badgesiae.verifier.bake.XmlTokenizer;
import fr.badgesiae.verifier.bake.XmlTokenizer.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites the part of an SVG that can draw a QR code: shapes, groups and plain paint. Text, filters, masks, patterns,
 * dashes, animation, scripts and URLs are dropped. References are resolved one level deep, which bounds the work by the
 * product of two counts.
 */
final class SvgDrawing {
    /** The most shapes and coordinates, counted again for each use. */
    static final int MAX_STEPS = 60_000;

    private static final int MAX_DEPTH = 100;
    private static final int MAX_PICTURES = 4;
    private static final int MAX_SHEET = 4096;
    private static final int STEPS_A_SHAPE = 4;
    private static final int STEPS_A_CURVE = 12;
    private static final String NONE = "";
    private static final Map<String, String> PLAIN = Map.of("a", "g", "switch", "g", "clipPath", "symbol");
    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "a",
            "switch",
            "defs",
            "symbol",
            "use",
            "style",
            "clipPath",
            "rect",
            "path",
            "polygon",
            "polyline",
            "circle",
            "ellipse",
            "line");
    private static final Set<String> SHAPE = Set.of(
            "x",
            "y",
            "width",
            "height",
            "rx",
            "ry",
            "cx",
            "cy",
            "r",
            "x1",
            "y1",
            "x2",
            "y2",
            "d",
            "points",
            "transform",
            "viewBox",
            "preserveAspectRatio",
            "class");
    private static final Pattern REFERENCE = Pattern.compile("#([^\\s\"')]{1,200})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|[A-Za-z]");
    /** A command and its numbers; the end of a subpath has none (SVG 2, 9.3.9). */
    private static final Pattern PATH_PART =
            Pattern.compile("[Zz]\\s*(?=[A-Za-z]|$)|[MmLlHhVvCcSsQqTtAa][-+.,0-9eE\\s]*");

    private static final String CURVES = "AaCcSsQqTt";
    /** Characters that XML 1.0 cannot represent (2.2). */
    private static final Pattern UNWRITTEN =
            Pattern.compile("[^\\t\\r\\n -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final Set<String> named = new HashSet<>();
    private final List<String> pictures = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder out = new StringBuilder();
    private XmlTokenizer markup = new XmlTokenizer(NONE);
    private String prefix = NONE;
    private int dropped;
    private int namedFrom = Integer.MAX_VALUE;
    private long steps;
    private long namedSteps;
    private long uses;

    private SvgDrawing() {}

    static SvgDrawing of(byte[] svg) {
        SvgDrawing drawing = new SvgDrawing();
        String text = XmlText.decode(svg, svg.length);
        drawing.markup = new XmlTokenizer(text);
        drawing.collect();
        drawing.markup = new XmlTokenizer(text);
        drawing.rewrite();
        return drawing;
    }

    /** The rewritten SVG, without DOCTYPE and entities. */
    String svg() {
        return out.toString();
    }

    /** The {@code data:} URLs of embedded images, the first few. */
    List<String> pictures() {
        return List.copyOf(pictures);
    }

    boolean tooMuch() {
        return steps + uses * namedSteps > MAX_STEPS;
    }

    /** Collects the referenced ids; every other id is dropped. */
    private void collect() {
        for (Kind kind = markup.next(); kind != Kind.END && kind != Kind.BROKEN; kind = markup.next()) {
            if (kind == Kind.OPEN || kind == Kind.EMPTY) {
                markup.attributes().values().forEach(value -> named.add(reference(value.strip())));
            }
        }
        named.remove(NONE);
    }

    private static String href(Map<String, String> attributes) {
        return attributes
                .getOrDefault("href", attributes.getOrDefault("xlink:href", NONE))
                .strip();
    }

    /** The id in {@code #id} or {@code url(#id)}. */
    private static String reference(String value) {
        if (!value.startsWith("#") && !value.contains("url(")) {
            return NONE;
        }
        Matcher reference = REFERENCE.matcher(value);
        return reference.find() ? reference.group(1) : NONE;
    }

    private void rewrite() {
        for (Kind kind = markup.next(); kind != Kind.END && kind != Kind.BROKEN; kind = markup.next()) {
            switch (kind) {
                case OPEN, EMPTY -> start(kind == Kind.EMPTY);
                case CLOSE -> close();
                case TEXT, CDATA -> sheet();
                default -> {}
            }
        }
        while (!open.isEmpty()) {
            end();
        }
    }

    private void start(boolean empty) {
        String name = local(markup.name());
        Map<String, String> attributes = markup.attributes();
        boolean root = open.isEmpty();
        if (dropped > 0 || !isDrawn(name) || root != (out.length() == 0)) {
            boolean picture = dropped == 0 && name.equals("image") && pictures.size() < MAX_PICTURES;
            if (picture && href(attributes).startsWith("data:")) {
                pictures.add(href(attributes));
            }
            dropped += empty ? 0 : 1;
            return;
        }
        String stencil = name.equals("rect") ? reference(attributes.getOrDefault("clip-path", NONE)) : NONE;
        if (!stencil.isEmpty()) {
            clipped(attributes, stencil);
            dropped += empty ? 0 : 1;
            return;
        }
        count(name, attributes);
        out.append('<').append(PLAIN.getOrDefault(name, name));
        if (root) {
            out.append(" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
        }
        attributes.forEach((key, value) -> attribute(name, key, value));
        out.append('>');
        open.push(PLAIN.getOrDefault(name, name));
        if (empty) {
            end();
        }
    }

    private boolean isDrawn(String name) {
        boolean within = name.equals("use") && namedFrom <= open.size();
        return ELEMENTS.contains(name) && open.size() < MAX_DEPTH && !within && !"style".equals(open.peek());
    }

    /** The local name without the SVG prefix; other namespaces are dropped. */
    private String local(String name) {
        int colon = name.indexOf(':');
        if (out.length() == 0) {
            prefix = name.substring(0, colon + 1);
        }
        boolean ours = colon < 0 || name.startsWith(prefix) || name.startsWith("svg:");
        return ours ? name.substring(colon + 1) : NONE;
    }

    /** Some QR code generators paint a square through a clip path of all modules: the clip path is painted instead. */
    private void clipped(Map<String, String> attributes, String stencil) {
        if (namedFrom <= open.size()) {
            return;
        }
        uses++;
        out.append("<use");
        attribute("use", "href", "#" + stencil);
        attributes.forEach((key, value) -> {
            if (SvgPaint.PROPERTIES.contains(key)
                    || key.equals("transform")
                    || key.equals("style")
                    || key.equals("class")) {
                attribute("use", key, value);
            }
        });
        out.append("/>");
    }

    private void count(String name, Map<String, String> attributes) {
        boolean round = name.equals("circle") || name.equals("ellipse") || attributes.containsKey("rx");
        long cost = (round ? STEPS_A_CURVE : STEPS_A_SHAPE)
                + numbers(attributes.getOrDefault("d", NONE))
                + numbers(attributes.getOrDefault("points", NONE));
        if (!name.equals("use") && named.contains(attributes.getOrDefault("id", NONE))) {
            namedFrom = Math.min(namedFrom, open.size());
        }
        uses += name.equals("use") ? 1 : 0;
        steps += cost;
        namedSteps += namedFrom <= open.size() ? cost : 0;
    }

    private static long numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .mapToLong(each -> CURVES.contains(each.group()) ? STEPS_A_CURVE : 1)
                .sum();
    }

    private void attribute(String element, String name, String value) {
        boolean link = element.equals("use") && (name.equals("href") || name.equals("xlink:href"));
        boolean id = name.equals("id") && !element.equals("use") && named.contains(value);
        if (link && value.strip().startsWith("#")) {
            write("xlink:href", value.strip());
        } else if (name.equals("style")) {
            write(name, SvgPaint.declarations(value));
        } else if (SvgPaint.PROPERTIES.contains(name)) {
            write(name, SvgPaint.value(value));
        } else if (id || SHAPE.contains(name)) {
            write(name, name.equals("d") ? pathData(value.strip()) : value);
        }
    }

    /** Path data up to its first error (SVG 2, 9.5.4). The library repeats an end of a subpath before a number for ever. */
    private static String pathData(String data) {
        Matcher part = PATH_PART.matcher(data);
        int end = 0;
        while (part.find() && part.start() == end) {
            end = part.end();
        }
        return data.substring(0, end);
    }

    private void write(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    private static String escaped(String value) {
        return UNWRITTEN
                .matcher(value)
                .replaceAll(" ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;");
    }

    /** Keeps the paint properties of rules with plain selectors. */
    private void sheet() {
        if (dropped > 0 || !"style".equals(open.peek())) {
            return;
        }
        String sheet = markup.content();
        out.append(escaped(SvgPaint.sheet(sheet.substring(0, Math.min(sheet.length(), MAX_SHEET)))));
    }

    private void close() {
        if (dropped > 0) {
            dropped--;
        } else if (!open.isEmpty()) {
            end();
        }
    }

    private void end() {
        out.append("</").append(open.pop()).append('>');
        namedFrom = namedFrom >= open.size() ? Integer.MAX_VALUE : namedFrom;
    }
}
