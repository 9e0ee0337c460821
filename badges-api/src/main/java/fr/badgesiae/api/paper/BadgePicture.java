package fr.badgesiae.api.paper;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.renderer.output.Output;
import com.github.weisj.jsvg.view.ViewBox;
import fr.badgesiae.api.platform.picture.Lettering;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jsoup.parser.Parser;

/** The drawing of a badge as a PNG, for paper. */
final class BadgePicture {
    /** 5 cm at 300 dpi. */
    private static final int SIDE = 600;

    /** The words of our own drawings. */
    private static final Pattern WORDS = Pattern.compile(
            "<text x=\"(\\d{1,4})\" y=\"(\\d{1,4})\" font-family=\"sans-serif\""
                    + " font-size=\"(\\d{1,4})\" font-weight=\"700\" fill=\"(#[0-9a-f]{3,6})\" text-anchor=\"middle\">([^<]*)</text>");

    private static final LoaderContext LIMITS = LoaderContext.builder()
            .externalResourcePolicy(ResourcePolicy.DENY_ALL)
            .documentLimits(new DocumentLimits(64, 2, 10_000))
            .build();

    private BadgePicture() {}

    /**
     * Draws it.
     *
     * @param svg a stored drawing, cleaned before
     * @return empty where the library cannot draw it
     */
    static Optional<byte[]> png(byte[] svg) {
        String drawing = withShapes(new String(svg, StandardCharsets.UTF_8));
        try {
            return Optional.ofNullable(new SVGLoader()
                            .load(new ByteArrayInputStream(drawing.getBytes(StandardCharsets.UTF_8)), null, LIMITS))
                    .map(BadgePicture::draw);
        } catch (RuntimeException | StackOverflowError | LinkageError undrawable) {
            return Optional.empty(); // a defect of the library, or letters without a font on this server
        }
    }

    private static byte[] draw(SVGDocument document) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, SIDE, SIDE);
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            document.renderWithPlatform(
                    NullPlatformSupport.INSTANCE, Output.createForGraphics(pen), new ViewBox(0, 0, SIDE, SIDE), null);
        } finally {
            pen.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return out.toByteArray();
    }

    /** Words as shapes: a server may have no font. */
    private static String withShapes(String svg) {
        Matcher words = WORDS.matcher(svg);
        try (Lettering letters = new Lettering()) {
            return words.replaceAll(found -> {
                String text = Parser.unescapeEntities(found.group(5), false);
                double size = Integer.parseInt(found.group(3));
                double x = Integer.parseInt(found.group(1)) - letters.width(text, size) / 2;
                Shape shape = letters.line(text, x, Integer.parseInt(found.group(2)), size);
                // as heavy as the bold letters that it stands for
                return "<path fill=\"" + found.group(4) + "\" stroke=\"" + found.group(4) + "\" stroke-width=\""
                        + (int) (size / 25) + "\" d=\"" + path(shape) + "\"/>";
            });
        }
    }

    private static String path(Shape shape) {
        StringBuilder path = new StringBuilder();
        double[] points = new double[6];
        for (PathIterator part = shape.getPathIterator(null); !part.isDone(); part.next()) {
            int type = part.currentSegment(points);
            int numbers = switch (type) {
                case PathIterator.SEG_CLOSE -> 0;
                case PathIterator.SEG_QUADTO -> 4;
                case PathIterator.SEG_CUBICTO -> 6;
                default -> 2;
            };
            path.append("MLQCZ".charAt(type));
            for (int i = 0; i < numbers; i++) {
                path.append(String.format(Locale.ROOT, "%.1f ", points[i]));
            }
        }
        return path.toString();
    }
}
