package fr.badgesiae.api.achievement.image;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * How much there is to draw, counted before it is drawn: in path commands and numbers. To cut a shape out, each line is crossed
 * with each other, as often as the shape is used.
 */
final class DrawingSize {
    static final int MOST = 40_000;
    static final int MOST_CUT_OUT = 600;

    /** In numbers of their lines and curves. */
    private static final int OF_A_RECTANGLE = 10;

    private static final int OF_A_CIRCLE = 32;

    private DrawingSize() {}

    static boolean isSmall(Document drawing) {
        return total(drawing) <= MOST && cutOut(drawing) <= MOST_CUT_OUT;
    }

    /** Each outline as often as it is used; more than the most where one outline is itself cut out. */
    private static long cutOut(Document drawing) {
        Map<String, Long> outlines = new HashMap<>();
        for (Element outline : drawing.select("clipPath")) {
            if (!outline.select("[clip-path]").isEmpty()) {
                return MOST_CUT_OUT + 1;
            }
            outlines.merge("url(#" + outline.id() + ")", total(outline), Long::sum);
        }
        long total = 0;
        for (Element used : drawing.select("[clip-path]")) {
            total += outlines.getOrDefault(used.attr("clip-path").strip(), 0L);
        }
        return total;
    }

    private static long total(Element drawing) {
        long total = 0;
        for (Element element : drawing.getAllElements()) {
            total += of(element);
        }
        return total;
    }

    private static long of(Element element) {
        return switch (element.tagName()) {
            case "path" -> count(element.attr("d"));
            case "polyline", "polygon" -> count(element.attr("points"));
            case "circle", "ellipse" -> OF_A_CIRCLE;
            case "rect" -> element.hasAttr("rx") || element.hasAttr("ry") ? OF_A_CIRCLE : OF_A_RECTANGLE;
            case "line" -> OF_A_RECTANGLE;
            default -> 0;
        };
    }

    /** Letters and numbers: {@code M1.5.5-2e3z} has five. */
    private static int count(String data) {
        int count = 0;
        boolean inNumber = false;
        boolean fraction = false;
        for (int i = 0; i < data.length(); i++) {
            char next = data.charAt(i);
            boolean exponent = inNumber && (next | ' ') == 'e';
            boolean ofExponent = inNumber && (next == '-' || next == '+') && (data.charAt(i - 1) | ' ') == 'e';
            if ((next >= '0' && next <= '9') || exponent || ofExponent) {
                count += inNumber ? 0 : 1;
                inNumber = true;
            } else if (next == '.' || next == '-' || next == '+') {
                count += inNumber && next == '.' && !fraction ? 0 : 1;
                fraction = next == '.';
                inNumber = true;
            } else {
                count += Character.isLetter(next) ? 1 : 0;
                inNumber = false;
                fraction = false;
            }
        }
        return count;
    }
}
