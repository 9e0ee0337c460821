package fr.badgesiae.verifier.scan;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.renderer.output.Output;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Renders an SVG as far as a QR code needs it. The drawing is bounded and rewritten before the library sees it.
 *
 * @param drawn the rendered image; empty when there is nothing to search
 * @param pictures the {@code data:} URLs of embedded images, the first few
 * @param tooMuch whether rendering was refused because of its cost
 */
record SvgPicture(Optional<GreyImage> drawn, List<String> pictures, boolean tooMuch) {
    private static final int SIDE = 1400;
    private static final float THINNEST = 1f / 50;
    private static final LoaderContext LIMITS = LoaderContext.builder()
            .externalResourcePolicy(ResourcePolicy.DENY_ALL)
            .documentLimits(new DocumentLimits(256, 2, SvgDrawing.MAX_STEPS))
            .build();

    SvgPicture {
        pictures = List.copyOf(pictures);
    }

    /** Never throws on bad bytes. */
    static SvgPicture read(byte[] svg) {
        SvgDrawing drawing = SvgDrawing.of(svg);
        if (drawing.tooMuch()) {
            return new SvgPicture(Optional.empty(), drawing.pictures(), true);
        }
        try {
            return new SvgPicture(draw(drawing.svg()), drawing.pictures(), false);
        } catch (BoundedOutput.TooMuchException e) {
            return new SvgPicture(Optional.empty(), drawing.pictures(), true);
        } catch (OutOfMemoryError e) {
            return new SvgPicture(Optional.empty(), drawing.pictures(), true); // the last defence
        } catch (RuntimeException | StackOverflowError e) {
            return new SvgPicture(Optional.empty(), drawing.pictures(), false); // a defect of the library: no image
        }
    }

    private static Optional<GreyImage> draw(String svg) {
        byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
        return Optional.ofNullable(new SVGLoader().load(new ByteArrayInputStream(bytes), null, LIMITS))
                .flatMap(SvgPicture::draw);
    }

    private static Optional<GreyImage> draw(SVGDocument document) {
        FloatSize size = document.size();
        float ratio = size.width / size.height;
        if (!(ratio >= THINNEST && ratio <= 1 / THINNEST)) {
            return Optional.empty();
        }
        int width = (int) (SIDE * Math.min(1, ratio));
        int height = (int) (SIDE * Math.min(1, 1 / ratio));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
            Output output = BoundedOutput.of(graphics, width, height);
            document.renderWithPlatform(NullPlatformSupport.INSTANCE, output, new ViewBox(0, 0, width, height), null);
        } finally {
            graphics.dispose();
        }
        return Optional.of(ImageDecoder.grey(image));
    }
}
