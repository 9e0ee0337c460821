package fr.badgesiae.api.platform.qr;

import com.google.zxing.common.BitMatrix;
import fr.badgesiae.api.platform.picture.Lettering;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** A {@link QrCode} as a PNG image. */
public final class QrPicture {
    private static final int PIXELS = 12;
    /** Of a line of words, in parts of its letters' size. */
    private static final double LINE = 1.25;

    private QrPicture() {}

    /**
     * Black on white, 12 pixels a module: 2 cm on paper at 600 dpi.
     *
     * @param words lines under the code, as large as the longest allows
     */
    public static byte[] png(String text, List<String> words) {
        BitMatrix matrix = QrCode.matrix(text);
        int side = matrix.getWidth() * PIXELS;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Lettering letters = new Lettering()) {
            double room = side - 8.0 * PIXELS;
            double size = words.stream()
                    .mapToDouble(line -> room / letters.width(line, 1))
                    .min()
                    .orElse(0);
            int line = (int) Math.ceil(size * LINE);
            BufferedImage image = new BufferedImage(side, side + words.size() * line, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D pen = image.createGraphics();
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, side, image.getHeight());
            pen.setColor(Color.BLACK);
            modules(matrix, pen);
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            for (int i = 0; i < words.size(); i++) {
                double x = (side - letters.width(words.get(i), size)) / 2;
                pen.fill(letters.line(words.get(i), x, side + i * line + size * 0.8, size));
            }
            pen.dispose();
            ImageIO.write(image, "png", out);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return out.toByteArray();
    }

    private static void modules(BitMatrix matrix, Graphics2D pen) {
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    pen.fillRect(x * PIXELS, y * PIXELS, PIXELS, PIXELS);
                }
            }
        }
    }
}
