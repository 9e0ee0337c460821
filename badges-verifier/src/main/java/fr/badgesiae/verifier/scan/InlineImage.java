package fr.badgesiae.verifier.scan;

import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * Weighs an image written within the text of a page (ISO 32000-2, 8.9.7), which the library unpacks as soon as it meets it: at most one
 * way of packing, of those that cannot grow much, and deflate when it is counted.
 */
final class InlineImage {
    private static final int MAX_UNPACKED = 4 << 20;
    private static final Set<String> STEADY =
            Set.of("A85", "ASCII85Decode", "AHx", "ASCIIHexDecode", "DCT", "DCTDecode");
    private static final Set<String> DEFLATE = Set.of("Fl", "FlateDecode");

    private InlineImage() {}

    static boolean isBearable(Operator image) {
        COSDictionary parameters = image.getImageParameters();
        byte[] data = image.getImageData();
        if (parameters == null || data == null) {
            return false;
        }
        long pixels =
                (long) parameters.getInt(COSName.W, COSName.WIDTH, 0) * parameters.getInt(COSName.H, COSName.HEIGHT, 0);
        if (pixels <= 0 || pixels > MAX_UNPACKED || data.length > MAX_UNPACKED) {
            return false;
        }
        COSBase filter = parameters.getDictionaryObject(COSName.F, COSName.FILTER);
        if (filter instanceof COSArray array) {
            filter = array.size() == 1 ? array.getObject(0) : array.size() == 0 ? null : array;
        }
        if (filter == null) {
            return true;
        }
        String name = filter instanceof COSName only ? only.getName() : "";
        return STEADY.contains(name) || (DEFLATE.contains(name) && inflates(data));
    }

    private static boolean inflates(byte[] data) {
        Inflater inflater = new Inflater();
        byte[] sink = new byte[1 << 13];
        int sum = 0;
        try {
            inflater.setInput(data);
            while (sum <= MAX_UNPACKED && !inflater.finished()) {
                int length = inflater.inflate(sink);
                if (length == 0) {
                    break;
                }
                sum += length;
            }
            return sum <= MAX_UNPACKED;
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }
}
