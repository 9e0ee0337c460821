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

    /** Of a photograph. It is kept as a PNG, so that its metadata, such as a place, is left behind. */
    public static final int MAX_PHOTO_BYTES = 8 << 20;

    /** A progressive JPEG is decoded whole, six bytes a pixel at most. */
    private static final int MAX_PHOTO_PIXELS = 16_000_000;

    private static final int MAX_SOURCE_SIDE = 6_000;
    private static final int SIDE = 600;
    private static final int OVERSAMPLED = 4;

    /** Of a decoded image: 46 MB at 16 bits and four channels. */
    private static final int MAX_DECODED_SIDE = 2_400;

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private static final byte[] JPEG_SIGNATURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private ImageUpload() {}

    /** Re-encodes a PNG or a JPEG as a PNG, at most 600 pixels a side, or sanitises an SVG. */
    public static StoredImage clean(byte[] upload) throws UnusableImageException {
        if (startsWith(upload, JPEG_SIGNATURE)) {
            if (upload.length > MAX_PHOTO_BYTES) {
                throw new UnusableImageException(Reason.TOO_LARGE);
            }
            return new StoredImage(ImageType.PNG.mediaType(), reencode(upload, "jpeg", SIDE));
        }
        if (upload.length > MAX_BYTES) {
            throw new UnusableImageException(Reason.TOO_LARGE);
        }
        if (startsWith(upload, PNG_SIGNATURE)) {
            return new StoredImage(ImageType.PNG.mediaType(), reencode(upload, "png", SIDE));
        }
        return new StoredImage(ImageType.SVG.mediaType(), SvgCleaner.clean(upload));
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length > prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    /**
     * A small copy of a PNG or JPEG as PNG, or a sanitised SVG.
     *
     * @param side the longest side in pixels
     */
    public static StoredImage thumbnail(byte[] image, int side) throws UnusableImageException {
        if (image.length > MAX_BYTES) {
            throw new UnusableImageException(Reason.TOO_LARGE);
        }
        if (startsWith(image, PNG_SIGNATURE)) {
            return new StoredImage(ImageType.PNG.mediaType(), reencode(image, "png", side));
        }
        return startsWith(image, JPEG_SIGNATURE)
                ? new StoredImage(ImageType.PNG.mediaType(), reencode(image, "jpeg", side))
                : new StoredImage(ImageType.SVG.mediaType(), SvgCleaner.clean(image));
    }

    private static byte[] reencode(byte[] source, String format, int side) throws UnusableImageException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(small(source, format, side), "png", out);
        } catch (IOException e) {
            throw new UnusableImageException(Reason.UNREADABLE);
        }
        return out.toByteArray();
    }

    static boolean isPng(byte[] upload) {
        return startsWith(upload, PNG_SIGNATURE);
    }

    static boolean isJpeg(byte[] upload) {
        return startsWith(upload, JPEG_SIGNATURE);
    }

    /** The pixels of a picture, upright, at most this many a side. */
    static BufferedImage small(byte[] source, String format, int side) throws UnusableImageException {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(source))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                // Check the size in the header before decoding: a small file may declare a huge canvas.
                int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
                boolean photo = format.equals("jpeg");
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (longest > MAX_SOURCE_SIDE || (photo && pixels > MAX_PHOTO_PIXELS)) {
                    throw new UnusableImageException(Reason.TOO_MANY_PIXELS);
                }
                BufferedImage small = fit(reader.read(0, sampled(reader, side)), side);
                return photo ? Orientation.upright(small, Orientation.of(source)) : small;
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnusableImageException(Reason.UNREADABLE);
        }
    }

    /**
     * Skips rows and columns of a large image, so that the decoded one has at most {@value #OVERSAMPLED} times the wanted side, and
     * {@value #MAX_DECODED_SIDE} pixels a side, whatever the canvas. A small file may declare hundreds of megabytes.
     */
    private static ImageReadParam sampled(ImageReader reader, int side) throws IOException {
        int step = step(reader.getWidth(0), reader.getHeight(0), side);
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return how;
    }

    private static int step(int width, int height, int side) {
        int most = Math.min(OVERSAMPLED * side, MAX_DECODED_SIDE);
        return Math.max(1, (Math.max(width, height) + most - 1) / most);
    }

    /** The pixels in memory for a canvas of which a copy with this longest side is made. */
    static long decodedPixels(int width, int height, int side) {
        int step = step(width, height, side);
        return (long) ((width + step - 1) / step) * ((height + step - 1) / step);
    }

    private static BufferedImage fit(BufferedImage source, int side) {
        double scale = Math.min(1.0, (double) side / Math.max(source.getWidth(), source.getHeight()));
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
