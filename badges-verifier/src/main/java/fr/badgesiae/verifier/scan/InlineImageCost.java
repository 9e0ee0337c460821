package fr.badgesiae.verifier.scan;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * Bounds the cost of an inline image of a page (ISO 32000-2, 8.9.7), which the library decodes as soon as it reads it. The
 * decoded size is counted; of nested image formats only JPEG is accepted.
 */
final class InlineImageCost {
    private static final int MAX_UNPACKED = 4 << 20;
    private static final int EARLY_CHANGE = 1;

    private InlineImageCost() {}

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
        List<String> ways = new ArrayList<>();
        if (filter instanceof COSArray array) {
            array.forEach(each -> ways.add(each instanceof COSName name ? name.getName() : ""));
        } else if (filter != null) {
            ways.add(filter instanceof COSName name ? name.getName() : "");
        }
        boolean jpeg = !ways.isEmpty() && ways.get(ways.size() - 1).startsWith("DCT");
        return jpeg ? ways.size() == 1 && !JpegHeader.isTooLarge(data) : weighs(ways, data);
    }

    private static boolean weighs(List<String> ways, byte[] data) {
        List<String> known = ways.stream().map(StreamDecoder::known).toList();
        return !known.contains("")
                && new StreamDecoder(EARLY_CHANGE).weigh(known, new ByteArrayInputStream(data), MAX_UNPACKED)
                        <= MAX_UNPACKED;
    }
}
