package fr.badgesiae.api.achievement.image;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.renderer.output.Output;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import fr.badgesiae.api.platform.Sha256;
import fr.badgesiae.api.platform.limits.ConcurrencyLimit;
import fr.badgesiae.api.platform.picture.Lettering;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Stored drawings as PNG, for readers that take no drawing. Words are shapes of our own font, as a server may have none. The
 * last {@value #MOST} are kept. Thread-safe.
 */
public final class PngPictures {
    static final int SIDE = 600;
    static final int MOST = 64;

    private static final int AT_A_TIME = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final float THINNEST = 1f / 20;
    private static final double FONT_SIZE = 16;
    private static final String STAR = "★";
    private static final double STAR_WIDTH = 0.84;
    private static final LoaderContext LIMITS = LoaderContext.builder()
            .externalResourcePolicy(ResourcePolicy.DENY_ALL)
            .documentLimits(new DocumentLimits(64, 2, 20_000))
            .build();

    private final ConcurrencyLimit atATime =
            new ConcurrencyLimit(AT_A_TIME, LONGEST_WAIT, "Many pictures are being drawn. Try again in a moment.");

    private final Map<String, Optional<StoredImage>> made = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<StoredImage>> eldest) {
            return size() > MOST;
        }
    };

    /**
     * A PNG as it is, and a drawing as a PNG of {@value #SIDE} pixels on its longer side.
     *
     * @return empty for a drawing that is not drawn whole, such as one with letters that our font lacks or with more lines
     *     than a badge needs
     * @throws ProblemException OVERLOADED while too many wait to be drawn
     */
    public Optional<StoredImage> of(StoredImage image) {
        if (image.type().equals(ImageType.PNG.mediaType())) {
            return Optional.of(image);
        }
        String key = HexFormat.of().formatHex(Sha256.of(image.bytes()));
        // Another request may draw it while this one waits.
        return known(key)
                .orElseGet(() -> atATime.run(() -> known(key).orElseGet(() -> kept(key, draw(image.bytes())))));
    }

    private Optional<Optional<StoredImage>> known(String key) {
        synchronized (made) {
            return Optional.ofNullable(made.get(key));
        }
    }

    private Optional<StoredImage> kept(String key, Optional<StoredImage> drawn) {
        synchronized (made) {
            made.put(key, drawn);
        }
        return drawn;
    }

    private static Optional<StoredImage> draw(byte[] svg) {
        try {
            return shapes(svg)
                    .flatMap(drawing -> Optional.ofNullable(new SVGLoader()
                            .load(new ByteArrayInputStream(drawing.getBytes(StandardCharsets.UTF_8)), null, LIMITS)))
                    .flatMap(PngPictures::paint);
        } catch (RuntimeException | StackOverflowError defect) {
            return Optional.empty(); // of the library, with an unusual drawing
        }
    }

    private static Optional<StoredImage> paint(SVGDocument drawing) {
        FloatSize size = drawing.size();
        float ratio = size.width / size.height;
        if (!(ratio >= THINNEST && ratio <= 1 / THINNEST)) {
            return Optional.empty();
        }
        int width = Math.round(SIDE * Math.min(1, ratio));
        int height = Math.round(SIDE * Math.min(1, 1 / ratio));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            drawing.renderWithPlatform(
                    NullPlatformSupport.INSTANCE,
                    Output.createForGraphics(graphics),
                    new ViewBox(0, 0, width, height),
                    null);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new StoredImage(ImageType.PNG.mediaType(), png.toByteArray()));
    }

    /** The drawing with every word as a path, and without dashes, whose number nothing bounds. */
    private static Optional<String> shapes(byte[] svg) {
        Document document = Jsoup.parse(new String(svg, StandardCharsets.UTF_8), "", Parser.xmlParser());
        document.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .prettyPrint(false)
                .charset("UTF-8");
        document.select("[stroke-dasharray]").removeAttr("stroke-dasharray");
        try (Lettering font = new Lettering()) {
            for (Element text : document.select("text")) {
                if (!font.writes(text.text().replace(STAR, ""))) {
                    return Optional.empty();
                }
                write(text, font);
            }
        }
        return DrawingSize.isSmall(document) ? Optional.of(document.outerHtml()) : Optional.empty();
    }

    /** Words of one style. */
    private record Run(Element element, String words, double size, double width) {
        static Run of(Element element, String words, Lettering font) {
            double size = fontSize(element);
            return new Run(element, words, size, words.equals(STAR) ? size * STAR_WIDTH : font.width(words, size));
        }
    }

    /** Each run from where it stands or where the one before ends. */
    private static void write(Element text, Lettering font) {
        List<Run> runs = new ArrayList<>();
        for (Node node : text.childNodes()) {
            if (node instanceof TextNode plain) {
                runs.add(Run.of(text, plain.text(), font));
            } else if (node instanceof Element element) {
                runs.add(Run.of(element, element.text(), font));
            }
        }
        Element group = new Element("g");
        text.attributes().forEach(attribute -> group.attr(attribute.getKey(), attribute.getValue()));
        double x = number(text, "x", 0) + number(text, "dx", 0);
        double y = number(text, "y", 0) + number(text, "dy", 0);
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            boolean own = !run.element().equals(text);
            boolean starts = i == 0 || (own && run.element().hasAttr("x"));
            x = (own ? number(run.element(), "x", x) + number(run.element(), "dx", 0) : x)
                    - (starts ? anchored(run.element()) * lineWidth(runs, i, text) : 0);
            y = own ? number(run.element(), "y", y) + number(run.element(), "dy", 0) : y;
            Shape shape = run.words().equals(STAR) ? star(x, y, run.size()) : font.line(run.words(), x, y, run.size());
            Element path = group.appendElement("path").attr("d", data(shape));
            if (own) {
                run.element().attributes().forEach(attribute -> path.attr(attribute.getKey(), attribute.getValue()));
            }
            x += run.width();
        }
        text.replaceWith(group);
    }

    /** The width from one run to the next that stands by itself (SVG 2, 11.8.1). */
    private static double lineWidth(List<Run> runs, int first, Element text) {
        double width = runs.get(first).width();
        for (Run run : runs.subList(first + 1, runs.size())) {
            if (!run.element().equals(text) && run.element().hasAttr("x")) {
                break;
            }
            width += run.width();
        }
        return width;
    }

    /** Five points on the base line, as {@link DefaultImage} writes for a name without initials. */
    private static Shape star(double x, double y, double size) {
        double radius = size * STAR_WIDTH / 2;
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double reach = i % 2 == 0 ? radius : radius * 0.4;
            double angle = Math.PI * (i / 5.0 - 0.5);
            double pointX = x + radius + reach * Math.cos(angle);
            double pointY = y - radius * 0.9 + reach * Math.sin(angle);
            if (i == 0) {
                star.moveTo(pointX, pointY);
            } else {
                star.lineTo(pointX, pointY);
            }
        }
        star.closePath();
        return star;
    }

    private static double anchored(Element run) {
        return switch (inherited(run, "text-anchor")) {
            case "middle" -> 0.5;
            case "end" -> 1;
            default -> 0;
        };
    }

    private static double fontSize(Element run) {
        String size = inherited(run, "font-size");
        return size.isEmpty() ? FONT_SIZE : number(size, FONT_SIZE);
    }

    private static String inherited(Element run, String attribute) {
        for (Element at = run; at != null; at = at.parent()) {
            if (at.hasAttr(attribute)) {
                return at.attr(attribute);
            }
        }
        return "";
    }

    private static double number(Element element, String attribute, double otherwise) {
        return element.hasAttr(attribute) ? number(element.attr(attribute), otherwise) : otherwise;
    }

    /** The first number, with or without {@code px}. */
    private static double number(String text, double otherwise) {
        String first = text.strip().split("[\\s,]|px", 2)[0];
        try {
            return Double.parseDouble(first);
        } catch (NumberFormatException other) {
            return otherwise;
        }
    }

    private static String data(Shape shape) {
        StringBuilder data = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(at);
            data.append("MLQCZ".charAt(kind));
            int numbers = new int[] {2, 2, 4, 6, 0}[kind];
            for (int i = 0; i < numbers; i++) {
                data.append(String.format(Locale.ROOT, "%.3f ", at[i]));
            }
        }
        return data.toString();
    }
}
