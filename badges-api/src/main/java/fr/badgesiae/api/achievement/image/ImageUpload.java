package fr.badgesiae.api.achievement.image;

import fr.badgesiae.api.achievement.image.UnusableImageException.Reason;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Cleans an uploaded image. Only output of our own encoders is kept. */
public final class ImageUpload {
    public static final int MAX_BYTES = 2 << 20;
    private static final int MAX_SOURCE_SIDE = 6_000;
    private static final int SIDE = 600;
    private static final int SAMPLED = 4 * SIDE;
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private ImageUpload() {}

    /** Re-encodes a PNG, at most 600 pixels a side, or sanitises an SVG. */
    public static StoredImage clean(byte[] upload) throws UnusableImageException {
        if (upload.length > MAX_BYTES) {
            throw new UnusableImageException(Reason.TOO_LARGE);
        }
        if (startsWith(upload, PNG_SIGNATURE)) {
            return new StoredImage(ImageType.PNG.mediaType(), reencode(upload));
        }
        return new StoredImage(ImageType.SVG.mediaType(), SvgCleaner.clean(upload));
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length > prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] reencode(byte[] png) throws UnusableImageException {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                // Check the size in the header before decoding: a small file may declare a huge canvas.
                if (reader.getWidth(0) > MAX_SOURCE_SIDE || reader.getHeight(0) > MAX_SOURCE_SIDE) {
                    throw new UnusableImageException(Reason.TOO_MANY_PIXELS);
                }
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                ImageIO.write(fit(reader.read(0, sampled(reader))), "png", out);
                return out.toByteArray();
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnusableImageException(Reason.UNREADABLE);
        }
    }

    /**
     * Skips rows and columns of a large image, so that the decoded one has at most {@value #SAMPLED} pixels a side whatever
     * the canvas: 46 MB at 16 bits and four channels. A small file may declare hundreds.
     */
    private static ImageReadParam sampled(ImageReader reader) throws IOException {
        int step = step(reader.getWidth(0), reader.getHeight(0));
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return how;
    }

    private static int step(int width, int height) {
        return Math.max(1, (Math.max(width, height) + SAMPLED - 1) / SAMPLED);
    }

    /** The pixels in memory for a canvas. */
    static long decodedPixels(int width, int height) {
        int step = step(width, height);
        return (long) ((width + step - 1) / step) * ((height + step - 1) / step);
    }

    private static BufferedImage fit(BufferedImage source) {
        double scale = Math.min(1.0, (double) SIDE / Math.max(source.getWidth(), source.getHeight()));
        int width = Math.max(1, (int) Math.round(source.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(source.getHeight() * scale));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(source, 0, 0, width, height, null);
        graphics.dispose();
        return image;
    }
}
