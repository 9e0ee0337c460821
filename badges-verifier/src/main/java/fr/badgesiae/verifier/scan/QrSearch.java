package fr.badgesiae.verifier.scan;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultPointCallback;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import fr.badgesiae.verifier.read.BadgeFinder.Codes;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Detects the QR codes of an image (ISO/IEC 18004): at several sizes, inverted too, with and without filters against noise
 * and low light. Stops at the first attempt that finds a code, then looks once more at the most detailed size: a small code may
 * stand beside a large one. The number of attempts is fixed, which bounds the work.
 */
final class QrSearch {
    private static final int USUAL_SIDE = 1400;
    private static final int SMALL_SIDE = 700;
    private static final int LARGE_SIDE = 3000;
    private static final int MAX_CODES = 16;

    /** The most finder patterns (three a code) of an image searched for several codes, and for one. */
    private static final int MAX_MARKS_OF_MANY = 40;

    private static final int MAX_MARKS = 200;

    private static final List<Function<LuminanceSource, Binarizer>> BINARIZERS =
            List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);

    private QrSearch() {}

    /** Never throws. */
    static Codes search(GreyImage picture) {
        boolean illegible = false;
        for (Supplier<GreyImage> attempt : attempts(picture).toList()) {
            Codes found = look(attempt.get());
            if (!found.texts().isEmpty()) {
                return new Codes(withDetailed(found.texts(), picture), found.illegible());
            }
            illegible |= found.illegible();
        }
        return new Codes(List.of(), illegible);
    }

    private static List<String> withDetailed(List<String> texts, GreyImage picture) {
        Set<String> all = new LinkedHashSet<>(texts);
        all.addAll(look(detailed(picture)).texts());
        return all.stream().limit(MAX_CODES).toList();
    }

    private static Stream<Supplier<GreyImage>> attempts(GreyImage picture) {
        GreyImage usual = fitted(picture, USUAL_SIDE);
        Stream<Supplier<GreyImage>> first = Stream.of(
                () -> usual,
                () -> fitted(picture, SMALL_SIDE),
                usual::smoothed,
                () -> usual.stretched().smoothed(),
                () -> detailed(picture));
        Stream<Supplier<GreyImage>> tiny = picture.longSide() > USUAL_SIDE
                ? Stream.empty()
                : Stream.of(() -> detailed(picture).smoothed());
        return Stream.concat(first, tiny);
    }

    /** At the largest size that is searched. */
    private static GreyImage detailed(GreyImage picture) {
        return picture.longSide() > USUAL_SIDE ? fitted(picture, LARGE_SIDE) : larger(picture);
    }

    private static GreyImage fitted(GreyImage picture, int side) {
        return picture.longSide() <= side ? picture : picture.scaled((double) side / picture.longSide());
    }

    private static GreyImage larger(GreyImage picture) {
        return picture.scaled(Math.min(4.0, (double) USUAL_SIDE / picture.longSide() * 1.5));
    }

    private static Codes look(GreyImage picture) {
        Set<String> texts = new LinkedHashSet<>();
        boolean illegible = false;
        LuminanceSource source = new PlanarYUVLuminanceSource(
                picture.pixels(), picture.width(), picture.height(), 0, 0, picture.width(), picture.height(), false);
        for (LuminanceSource each : List.of(source, source.invert())) {
            for (Function<LuminanceSource, Binarizer> binarizer : BINARIZERS) {
                illegible |= read(new BinaryBitmap(binarizer.apply(each)), texts);
            }
        }
        return new Codes(texts.stream().limit(MAX_CODES).toList(), illegible);
    }

    /** Adds the decoded texts; returns whether a code was detected and not decoded. */
    private static boolean read(BinaryBitmap bitmap, Set<String> texts) {
        try {
            for (Result result : new QRCodeMultiReader().decodeMultiple(bitmap, hints(MAX_MARKS_OF_MANY))) {
                texts.add(result.getText());
            }
            return false;
        } catch (NotFoundException | RuntimeException e) {
            return readOne(bitmap, texts);
        }
    }

    private static boolean readOne(BinaryBitmap bitmap, Set<String> texts) {
        try {
            texts.add(new QRCodeReader().decode(bitmap, hints(MAX_MARKS)).getText());
            return false;
        } catch (ChecksumException | FormatException | TooManyMarksException e) {
            return true;
        } catch (NotFoundException | RuntimeException e) {
            return false; // no code, or a defect of the detector: the next attempt may find one
        }
    }

    private static Map<DecodeHintType, Object> hints(int maxMarks) {
        int[] seen = {0};
        ResultPointCallback count = mark -> {
            if (++seen[0] > maxMarks) {
                throw new TooManyMarksException();
            }
        };
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.TRY_HARDER, true);
        hints.put(DecodeHintType.NEED_RESULT_POINT_CALLBACK, count);
        return hints;
    }

    /** Stackless. The detector tries every triple of the finder patterns, so their number is bounded. */
    private static final class TooManyMarksException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyMarksException() {
            super("too many marks", null, false, false);
        }
    }
}
