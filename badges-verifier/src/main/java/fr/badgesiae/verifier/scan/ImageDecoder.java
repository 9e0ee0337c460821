package fr.badgesiae.verifier.scan;

import fr.badgesiae.verifier.read.BadgeFinder;
import fr.badgesiae.verifier.read.BadgeFinder.State;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes JPEG and PNG in memory. The size in the header is checked before anything is decoded. */
final class ImageDecoder {
    /** More pixels than a detector needs; larger images are subsampled. */
    private static final int ENOUGH_PIXELS = 12_000_000;

    private static final int INKS = 4;
    private static final int WHITE = 255;
    private static final int OPAQUE = 0xFF000000;

    /** A mean shade that black ink on partly white paper does not reach. */
    private static final long LIGHT = 200;

    private ImageDecoder() {}

    /**
     * The result of decoding.
     *
     * @param picture present exactly when READ
     */
    record Decoded(State state, Optional<GreyImage> picture) {
        private static Decoded not(State why) {
            return new Decoded(why, Optional.empty());
        }
    }

    /** Never throws on bad bytes. */
    static Decoded decode(byte[] image) {
        try (MemoryCacheImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Decoded.not(State.UNREADABLE);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return decode(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return Decoded.not(State.UNREADABLE);
        }
    }

    private static Decoded decode(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > BadgeFinder.MAX_PIXELS) {
            return Decoded.not(State.TOO_MANY_PIXELS);
        }
        int step = DecodingBudget.step(pixels, bytesAPixel(reader), ENOUGH_PIXELS);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return new Decoded(State.READ, Optional.of(grey(reader.read(0, param))));
    }

    /** Of the raster as it is stored; a JPEG in printer's inks has four and no type of the library. */
    private static int bytesAPixel(ImageReader reader) throws IOException {
        ImageTypeSpecifier raw = reader.getRawImageType(0);
        return raw == null ? INKS : DecodingBudget.bytes(raw.getColorModel().getPixelSize());
    }

    /** Transparent parts count as white, or as black when the drawing is light. */
    static GreyImage grey(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] pixels = new byte[width * height];
        int[] row = new int[width];
        int paper = image.getColorModel().hasAlpha() ? paper(image) : WHITE;
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) shade(row[x], paper);
            }
        }
        return new GreyImage(width, height, pixels);
    }

    private static int paper(BufferedImage image) {
        long ink = 0;
        long shades = 0;
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int argb : row) {
                ink += argb >>> 24;
                shades += (long) (argb >>> 24) * shade(argb | OPAQUE, WHITE);
            }
        }
        return shades > LIGHT * ink ? 0 : WHITE;
    }

    private static int shade(int argb, int paper) {
        int grey = (306 * (argb >> 16 & 0xFF) + 601 * (argb >> 8 & 0xFF) + 117 * (argb & 0xFF)) >> 10;
        int opaque = argb >>> 24;
        return (grey * opaque + paper * (WHITE - opaque)) / WHITE;
    }
}
