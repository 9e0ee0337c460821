package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.DataUrl;
import fr.badgesiae.verifier.codec.Sha256;
import fr.badgesiae.verifier.read.BadgeFinder.State;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the badge that an image, an SVG or a PDF leads to: attached files first, then QR codes. */
final class PictureReader {
    private static final int MAX_TRIED = 4;
    private static final int MAX_SHOWN = 500;
    private static final String QR_SPEC = "iso-18004";
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final FormatDetector detector;
    private final BadgeFinder finder;

    PictureReader(FormatDetector detector, BadgeFinder finder) {
        this.detector = detector;
        this.finder = finder;
    }

    ReadResult picture(InputKind kind, byte[] bytes) {
        BadgeFinder.Image image = finder.image(bytes);
        return image.state() == State.READ ? followed(kind, image.codes(), "") : notOpened(kind, image.state());
    }

    /** The rendered drawing first, then its embedded images. */
    ReadResult drawing(byte[] svg) {
        BadgeFinder.Drawing drawing = finder.drawing(svg);
        List<ReadResult> readings = new ArrayList<>();
        if (drawing.state() == State.READ) {
            readings.add(followed(InputKind.SVG, drawing.codes(), ""));
        }
        for (String address : drawing.images()) {
            DataUrl.parse(BLANKS.matcher(address).replaceAll(""))
                    .ifPresent(image -> readings.add(picture(InputKind.SVG, image.bytes())));
        }
        if (drawing.state() == State.TOO_MUCH_WORK || drawing.state() == State.NOT_IN_THIS_BUILD) {
            readings.add(notOpened(InputKind.SVG, drawing.state()));
        }
        return readings.isEmpty() ? notOpened(InputKind.SVG, State.UNREADABLE) : best(readings);
    }

    ReadResult pdf(byte[] pdf) {
        BadgeFinder.Document attached = finder.document(pdf, false);
        for (BadgeFinder.Attachment file : attached.attachments()) {
            ReadResult reading = detector.attached(file.bytes());
            if (holds(reading)) {
                return reading.inside(InputKind.PDF, ofFile(file));
            }
        }
        BadgeFinder.Document document = finder.document(pdf, attached.state() == State.READ);
        return document.state() == State.READ ? pages(document) : notOpened(InputKind.PDF, document.state());
    }

    private static ReadResult notOpened(InputKind kind, State state) {
        return switch (state) {
            case ENCRYPTED -> ReadResult.inconclusive(kind, ReasonCode.FORMAT_PDF_ENCRYPTED.with());
            case TOO_MANY_PIXELS ->
                ReadResult.inconclusive(
                        kind,
                        ReasonCode.FORMAT_TOO_MANY_PIXELS.with(Integer.toString(BadgeFinder.MAX_PIXELS / 1_000_000)));
            case TOO_MUCH_WORK ->
                ReadResult.inconclusive(
                        kind,
                        kind == InputKind.SVG
                                ? ReasonCode.FORMAT_SVG_TOO_MUCH_WORK.with()
                                : ReasonCode.FORMAT_PDF_TOO_MUCH_WORK.with());
            case NOT_IN_THIS_BUILD ->
                ReadResult.inconclusive(kind, ReasonCode.FORMAT_NOT_EXAMINED_BY_THIS_BUILD.with(kind.name()));
            case READ, UNREADABLE -> ReadResult.failed(kind, ReasonCode.FORMAT_IMAGE_UNREADABLE.with());
        };
    }

    private ReadResult pages(BadgeFinder.Document document) {
        List<ReadResult> readings = new ArrayList<>();
        for (int page = 0; page < document.pages().size(); page++) {
            BadgeFinder.Codes found = document.pages().get(page);
            if (found.illegible() || !found.texts().isEmpty()) {
                readings.add(followed(InputKind.PDF, found, "page " + (page + 1) + ": "));
            }
        }
        if (!readings.isEmpty()) {
            return best(readings);
        }
        if (document.unreadable()) {
            return ReadResult.inconclusive(
                    InputKind.PDF, ReasonCode.FORMAT_IMAGE_TYPE_NOT_EXAMINED.with("PDF (JPEG 2000, JBIG2)"));
        }
        return document.partial()
                ? ReadResult.inconclusive(InputKind.PDF, ReasonCode.FORMAT_PDF_TOO_MUCH_WORK.with())
                : ReadResult.failed(InputKind.PDF, ReasonCode.FORMAT_IMAGE_WITHOUT_BADGE.with());
    }

    /** The first code that leads to a badge, else the first inconclusive one. */
    private ReadResult followed(InputKind kind, BadgeFinder.Codes found, String where) {
        List<ReadResult> readings = new ArrayList<>();
        for (String text : found.texts().stream().limit(MAX_TRIED).toList()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            String shown =
                    text.length() > MAX_SHOWN ? text.length() + " characters, sha256 " + Sha256.hex(bytes) : text;
            ReadResult reading = detector.text(bytes).inside(kind, new Finding("format.qr", where + shown, QR_SPEC));
            boolean plainText = ReasonCode.FORMAT_NOT_JSON.is(reading.reason());
            readings.add(plainText ? ReadResult.failed(kind, ReasonCode.FORMAT_QR_WITHOUT_BADGE.with()) : reading);
            if (holds(reading)) {
                return reading.with(others(found, text));
            }
        }
        if (readings.isEmpty()) {
            return found.illegible()
                    ? ReadResult.inconclusive(kind, ReasonCode.FORMAT_QR_UNREADABLE.with())
                    : ReadResult.failed(kind, ReasonCode.FORMAT_IMAGE_WITHOUT_BADGE.with());
        }
        return best(readings);
    }

    /** The codes other than the followed one. */
    private static List<Finding> others(BadgeFinder.Codes found, String followed) {
        return found.texts().stream()
                .filter(text -> !text.equals(followed))
                .map(text ->
                        new Finding("format.otherQr", text.substring(0, Math.min(text.length(), MAX_SHOWN)), QR_SPEC))
                .toList();
    }

    /** The first with a badge, else the first inconclusive one, else the first. */
    private static ReadResult best(List<ReadResult> readings) {
        return readings.stream()
                .filter(PictureReader::holds)
                .findFirst()
                .or(() -> readings.stream()
                        .filter(reading -> reading.outcome() == Outcome.INCONCLUSIVE)
                        .findFirst())
                .orElse(readings.get(0));
    }

    private static boolean holds(ReadResult reading) {
        return reading.credential().isPresent() || !reading.parts().isEmpty();
    }

    private static Finding ofFile(BadgeFinder.Attachment file) {
        return new Finding(
                "format.attachment",
                file.name() + ", " + file.bytes().length + " bytes, sha256 " + Sha256.hex(file.bytes()),
                "iso-32000-2 7.11.4");
    }
}
