package fr.badgesiae.api.platform.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A QR code (ISO/IEC 18004, error correction M). A module is one unit wide, the quiet zone four.
 *
 * @param size units on a side, quiet zone included
 * @param path the dark modules as the {@code d} of an SVG path in a {@code viewBox} of {@code 0 0 size size}
 * @param modules row by row, quiet zone included; a set bit is dark
 */
public record QrCode(int size, String path, BitSet modules) {
    private static final int QUIET = 4;

    /** Encodes a text, such as a URL. */
    public static QrCode of(String text) {
        return of(matrix(text));
    }

    /** The same in the smallest size, with letters and digits in segments of their own: for a text that is mostly digits. */
    public static QrCode compact(String text) {
        return of(matrix(text, true));
    }

    private static QrCode of(BitMatrix matrix) {
        BitSet modules = new BitSet();
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            int x = 0;
            while (x < matrix.getWidth()) {
                int run = 0;
                while (x + run < matrix.getWidth() && matrix.get(x + run, y)) {
                    run++;
                }
                if (run > 0) {
                    modules.set(y * matrix.getWidth() + x, y * matrix.getWidth() + x + run);
                    path.append('M').append(x).append(' ').append(y).append('h').append(run);
                    path.append("v1h-").append(run).append('z');
                }
                x += Math.max(run, 1);
            }
        }
        return new QrCode(matrix.getWidth(), path.toString(), modules);
    }

    /** Whether the module in this column and row is dark. */
    public boolean dark(int x, int y) {
        return modules.get(y * size + x);
    }

    /**
     * The code as a complete SVG document.
     *
     * @param words lines under the code, of letters, digits and hyphens; one size for all
     */
    public String svg(List<String> words) {
        int letters = words.stream().mapToInt(String::length).max().orElse(0);
        // of a font of fixed width, whose letters are 0.6 wide; the text is given its length, whichever font there is
        double letter = letters == 0 ? 0 : (size - 2.0 * QUIET) / letters;
        double line = 2 * letter;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            text.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%.2f\" textLength=\"%.2f\" font-size=\"%.2f\" font-family=\"monospace\">%s</text>",
                    QUIET,
                    size + (i + 0.7) * line,
                    word.length() * letter,
                    letter / 0.6,
                    word));
        }
        int height = size + (int) Math.ceil(words.size() * line);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + height
                + "\"><path fill=\"#fff\" d=\"M0 0h" + size + "v" + height
                + "H0z\"/><path shape-rendering=\"crispEdges\" d=\"" + path + "\"/>" + text + "</svg>";
    }

    static BitMatrix matrix(String text) {
        return matrix(text, false);
    }

    private static BitMatrix matrix(String text, boolean compact) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET,
                                    EncodeHintType.QR_COMPACT,
                                    compact));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }
}
