package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.DataUrl;
import fr.badgesiae.verifier.codec.Sha256;
import fr.badgesiae.verifier.scan.ImageDecoder;
import fr.badgesiae.verifier.scan.PdfReader;
import fr.badgesiae.verifier.scan.QrSearch;
import fr.badgesiae.verifier.scan.SvgPicture;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the badge that a photograph, a picture without baked badge, or a PDF leads to: attached files first, then QR codes. */
final class PictureReader {
    private static final int MAX_TRIED = 4;
    private static final int MAX_SHOWN = 500;
    private static final String QR_SPEC = "iso-18004";
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final FormatDetector detector;

    PictureReader(FormatDetector detector) {
        this.detector = detector;
    }

    ReadResult picture(InputKind kind, byte[] image) {
        ImageDecoder.Decoded decoded = ImageDecoder.decode(image);
        return switch (decoded.state()) {
            case TOO_MANY_PIXELS ->
                ReadResult.inconclusive(
                        kind,
                        ReasonCode.FORMAT_TOO_MANY_PIXELS.with(Integer.toString(ImageDecoder.MAX_PIXELS / 1_000_000)));
            case UNREADABLE -> ReadResult.failed(kind, ReasonCode.FORMAT_IMAGE_UNREADABLE.with());
            case READ -> followed(kind, QrSearch.search(decoded.picture()), "");
        };
    }

    /** What is drawn, then the pictures that are written into the drawing. */
    ReadResult drawing(byte[] svg) {
        SvgPicture drawing = SvgPicture.read(svg);
        List<ReadResult> readings = new ArrayList<>();
        if (drawing.drawn() != null) {
            readings.add(followed(InputKind.SVG, QrSearch.search(drawing.drawn()), ""));
        }
        for (String address : drawing.pictures()) {
            DataUrl.parse(BLANKS.matcher(address).replaceAll(""))
                    .ifPresent(picture -> readings.add(picture(InputKind.SVG, picture.bytes())));
        }
        if (drawing.tooMuch()) {
            readings.add(ReadResult.inconclusive(InputKind.SVG, ReasonCode.FORMAT_SVG_TOO_MUCH_WORK.with()));
        }
        return readings.isEmpty()
                ? ReadResult.failed(InputKind.SVG, ReasonCode.FORMAT_IMAGE_UNREADABLE.with())
                : best(readings);
    }

    ReadResult pdf(byte[] pdf) {
        PdfReader.Contents attached = PdfReader.read(pdf, false);
        for (PdfReader.Attachment file : attached.attachments()) {
            ReadResult reading = detector.attached(file.bytes());
            if (holds(reading)) {
                return reading.inside(InputKind.PDF, ofFile(file));
            }
        }
        PdfReader.Contents contents = PdfReader.read(pdf, attached.state() == PdfReader.State.READ);
        return switch (contents.state()) {
            case ENCRYPTED -> ReadResult.inconclusive(InputKind.PDF, ReasonCode.FORMAT_PDF_ENCRYPTED.with());
            case TOO_MUCH_WORK -> ReadResult.inconclusive(InputKind.PDF, ReasonCode.FORMAT_PDF_TOO_MUCH_WORK.with());
            case UNREADABLE -> ReadResult.failed(InputKind.PDF, ReasonCode.FORMAT_IMAGE_UNREADABLE.with());
            case READ -> pages(contents);
        };
    }

    private ReadResult pages(PdfReader.Contents contents) {
        List<ReadResult> readings = new ArrayList<>();
        for (int page = 0; page < contents.pages().size(); page++) {
            QrSearch.Found found = contents.pages().get(page);
            if (found.illegible() || !found.texts().isEmpty()) {
                readings.add(followed(InputKind.PDF, found, "page " + (page + 1) + ": "));
            }
        }
        if (!readings.isEmpty()) {
            return best(readings);
        }
        if (contents.unreadable()) {
            return ReadResult.inconclusive(
                    InputKind.PDF, ReasonCode.FORMAT_IMAGE_TYPE_NOT_EXAMINED.with("PDF (JPEG 2000, JBIG2)"));
        }
        return contents.partly()
                ? ReadResult.inconclusive(InputKind.PDF, ReasonCode.FORMAT_PDF_TOO_MUCH_WORK.with())
                : ReadResult.failed(InputKind.PDF, ReasonCode.FORMAT_IMAGE_WITHOUT_BADGE.with());
    }

    /** The first code that leads to a badge, else the one that may. */
    private ReadResult followed(InputKind kind, QrSearch.Found found, String where) {
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

    /** The codes that are not the one that was followed to a badge. */
    private static List<Finding> others(QrSearch.Found found, String followed) {
        return found.texts().stream()
                .filter(text -> !text.equals(followed))
                .map(text ->
                        new Finding("format.otherQr", text.substring(0, Math.min(text.length(), MAX_SHOWN)), QR_SPEC))
                .toList();
    }

    /** One with a badge; else one that leaves the question open; else the first. */
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

    private static Finding ofFile(PdfReader.Attachment file) {
        return new Finding(
                "format.attachment",
                file.name() + ", " + file.bytes().length + " bytes, sha256 " + Sha256.hex(file.bytes()),
                "iso-32000-2 7.11.4");
    }
}
