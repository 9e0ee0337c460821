package fr.badgesiae.verifier.scan;

import fr.badgesiae.verifier.read.BadgeFinder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the cost of a page's resources before rendering: the library allocates the declared size of an image, mask or
 * colour table.
 */
final class PageCost {
    private static final int MAX_OBJECTS = 20_000;
    private static final int MAX_TABLE = 1_000_000;
    private static final int MAX_PROGRAM = 1024;
    private static final int MAX_MIXED_PIXELS = 4_000_000;
    private static final int RGB = 3;
    private static final int CMYK = 4;
    private static final int HEAD = 1 << 20;
    private static final int FAX_COLUMNS = 1728;
    private static final COSName SIZE = COSName.getPDFName("Size");
    private static final COSName ROWS = COSName.getPDFName("Rows");
    private static final Set<COSName> NOT_RENDERED = Set.of(
            COSName.PARENT, COSName.FONT, COSName.PATTERN, COSName.SHADING, COSName.EXT_G_STATE, COSName.METADATA);
    private static final Set<COSName> MIXED = Set.of(COSName.SEPARATION, COSName.DEVICEN);

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean unreadable;

    /** Whether the page may be rendered. */
    boolean isAllowed(PDPage page) {
        Deque<COSBase> left = new ArrayDeque<>();
        if (page.getResources() != null) {
            left.push(page.getResources().getCOSObject());
        }
        while (!left.isEmpty()) {
            COSBase next = left.pop();
            if (!seen.add(next)) {
                continue;
            }
            if (seen.size() > MAX_OBJECTS || (next instanceof COSDictionary object && isExpensive(object))) {
                return false;
            }
            if (next instanceof COSArray array) {
                for (int i = 0; i < Math.min(array.size(), MAX_OBJECTS); i++) {
                    push(left, array.getObject(i));
                }
            } else if (next instanceof COSDictionary object) {
                object.keySet().stream()
                        .filter(key -> !NOT_RENDERED.contains(key))
                        .forEach(key -> push(left, object.getDictionaryObject(key)));
            }
        }
        return true;
    }

    /** Whether an image uses a compression that this verifier cannot decode. */
    boolean unreadable() {
        return unreadable;
    }

    private static void push(Deque<COSBase> left, @Nullable COSBase object) {
        if (object instanceof COSArray || object instanceof COSDictionary) {
            left.push(object);
        }
    }

    private boolean isExpensive(COSDictionary object) {
        return (object instanceof COSStream image
                        && COSName.IMAGE.equals(object.getDictionaryObject(COSName.SUBTYPE))
                        && isExpensiveImage(image))
                || (object.containsKey(COSName.FUNCTION_TYPE) && isExpensiveFunction(object));
    }

    private boolean isExpensiveImage(COSStream image) {
        long height = image.getInt(COSName.HEIGHT, 0);
        long pixels = image.getInt(COSName.WIDTH, 0) * height;
        COSBase colours = image.getDictionaryObject(COSName.COLORSPACE);
        boolean mixed = colours instanceof COSArray array && array.size() > 0 && MIXED.contains(array.getObject(0));
        if (pixels > (mixed ? MAX_MIXED_PIXELS : BadgeFinder.MAX_PIXELS)
                || !DecodingBudget.allows(pixels, bytesAPixel(image, colours))) {
            return true;
        }
        COSName filter = last(image.getFilters());
        unreadable |= COSName.JPX_DECODE.equals(filter) || COSName.JBIG2_DECODE.equals(filter);
        if (COSName.CCITTFAX_DECODE.equals(filter)) {
            COSDictionary said = parameters(image.getDictionaryObject(COSName.DECODE_PARMS));
            long rows = Math.max(height, said.getInt(ROWS, 0));
            return rows * said.getInt(COSName.COLUMNS, FAX_COLUMNS) > BadgeFinder.MAX_PIXELS;
        }
        return COSName.DCT_DECODE.equals(filter)
                && head(image).filter(JpegHeader::isTooLarge).isPresent();
    }

    /** Of the raster that the library allocates; an unknown colour space counts as red, green and blue. */
    private static int bytesAPixel(COSStream image, @Nullable COSBase colours) {
        int parts = COSName.DEVICEGRAY.equals(colours) || image.getBoolean(COSName.IMAGE_MASK, false)
                ? 1
                : COSName.DEVICECMYK.equals(colours) ? CMYK : RGB;
        return parts * DecodingBudget.bytes(image.getInt(COSName.BITS_PER_COMPONENT, 8));
    }

    private static @Nullable COSName last(@Nullable COSBase filters) {
        COSBase last =
                filters instanceof COSArray array && array.size() > 0 ? array.getObject(array.size() - 1) : filters;
        return last instanceof COSName name ? name : null;
    }

    private static COSDictionary parameters(@Nullable COSBase said) {
        COSBase last = said instanceof COSArray array && array.size() > 0 ? array.getObject(array.size() - 1) : said;
        return last instanceof COSDictionary parameters ? parameters : new COSDictionary();
    }

    /** The header, where it can be read; a JPEG that is compressed again is not opened. */
    private static Optional<byte[]> head(COSStream jpeg) {
        try (InputStream raw = jpeg.createRawInputStream()) {
            return Optional.of(raw.readNBytes(HEAD));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isExpensiveFunction(COSDictionary function) {
        double table = 1;
        if (function.getDictionaryObject(SIZE) instanceof COSArray size) {
            for (COSBase each : size) {
                table *= each instanceof COSNumber number ? Math.max(1, number.longValue()) : MAX_TABLE;
            }
        }
        boolean program = function instanceof COSStream stream && stream.getLength() > MAX_PROGRAM;
        return table > MAX_TABLE || (program && function.getInt(COSName.FUNCTION_TYPE) == 4);
    }
}
