package fr.badgesiae.api.verification;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code (ISO/IEC 18004, error correction M, quiet zone of four) as a picture, sharp at any size. */
final class QrPicture {
    private static final int PIXELS = 12;

    private QrPicture() {}

    /** Black on white, 12 pixels a module: 2 cm on paper at 600 dpi. */
    static byte[] png(String text) {
        BitMatrix matrix = matrix(text);
        int side = matrix.getWidth() * PIXELS;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, matrix.get(x / PIXELS, y / PIXELS) ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return out.toByteArray();
    }

    /** The dark modules as runs of one path. */
    static String svg(String text) {
        BitMatrix matrix = matrix(text);
        int side = matrix.getWidth();
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < side; y++) {
            int x = 0;
            while (x < side) {
                int run = 0;
                while (x + run < side && matrix.get(x + run, y)) {
                    run++;
                }
                if (run > 0) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x, y, run, run));
                }
                x += run + 1;
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\">"
                        .formatted(side, side)
                + "<path fill=\"#fff\" d=\"M0 0h%1$dv%1$dH0z\"/><path d=\"%2$s\"/></svg>".formatted(side, path);
    }

    private static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code", tooLong);
        }
    }
}
