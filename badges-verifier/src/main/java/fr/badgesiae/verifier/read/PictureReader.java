package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.DataUrl;
import fr.badgesiae.verifier.codec.Sha256;
import fr.badgesiae.verifier.scan.PdfReader;
import fr.badgesiae.verifier.scan.Pictures;
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

    private final Recogniser recogniser;

    PictureReader(Recogniser recogniser) {
        this.recogniser = recogniser;
    }

    Reading picture(InputKind kind, byte[] image) {
        Pictures.Decoded decoded = Pictures.decode(image);
        return switch (decoded.state()) {
            case TOO_MANY_PIXELS ->
                Reading.inconclusive(
                        kind,
                        ReasonCode.FORMAT_TOO_MANY_PIXELS.with(Integer.toString(Pictures.MAX_PIXELS / 1_000_000)));
            case UNREADABLE -> Reading.failed(kind, ReasonCode.FORMAT_IMAGE_UNREADABLE.with());
            case READ -> followed(kind, QrSearch.search(decoded.picture()), "");
        };
    }

    /** What is drawn, then the pictures that are written into the drawing. */
    Reading drawing(byte[] svg) {
        SvgPicture drawing = SvgPicture.read(svg);
        List<Reading> readings = new ArrayList<>();
        if (drawing.drawn() != null) {
            readings.add(followed(InputKind.SVG, QrSearch.search(drawing.drawn()), ""));
        }
        for (String address : drawing.pictures()) {
            DataUrl.parse(BLANKS.matcher(address).replaceAll(""))
                    .ifPresent(picture -> readings.add(picture(InputKind.SVG, picture.bytes())));
        }
        if (drawing.tooMuch()) {
            readings.add(Reading.inconclusive(InputKind.SVG, ReasonCode.FORMAT_SVG_TOO_MUCH_WORK.with()));
        }
        return readings.isEmpty()
                ? Reading.failed(InputKind.SVG, ReasonCode.FORMAT_IMAGE_UNREADABLE.with())
                : best(readings);
    }

    Reading pdf(byte[] pdf) {
        PdfReader.Contents attached = PdfReader.read(pdf, false);
        for (PdfReader.Attachment file : attached.attachments()) {
            Reading reading = recogniser.attached(file.bytes());
            if (holds(reading)) {
                return reading.inside(InputKind.PDF, ofFile(file));
            }
        }
        PdfReader.Contents contents = PdfReader.read(pdf, attached.state() == PdfReader.State.READ);
        return switch (contents.state()) {
            case ENCRYPTED -> Reading.inconclusive(InputKind.PDF, ReasonCode.FORMAT_PDF_ENCRYPTED.with());
            case TOO_MUCH_WORK -> Reading.inconclusive(InputKind.PDF, ReasonCode.FORMAT_PDF_TOO_MUCH_WORK.with());
            case UNREADABLE -> Reading.failed(InputKind.PDF, ReasonCode.FORMAT_IMAGE_UNREADABLE.with());
            case READ -> pages(contents);
        };
    }

    private Reading pages(PdfReader.Contents contents) {
        List<Reading> readings = new ArrayList<>();
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
            return Reading.inconclusive(
                    InputKind.PDF, ReasonCode.FORMAT_IMAGE_TYPE_NOT_EXAMINED.with("PDF (JPEG 2000, JBIG2)"));
        }
        return contents.partly()
                ? Reading.inconclusive(InputKind.PDF, ReasonCode.FORMAT_PDF_TOO_MUCH_WORK.with())
                : Reading.failed(InputKind.PDF, ReasonCode.FORMAT_IMAGE_WITHOUT_BADGE.with());
    }

    /** The first code that leads to a badge, else the one that may. */
    private Reading followed(InputKind kind, QrSearch.Found found, String where) {
        List<Reading> readings = new ArrayList<>();
        for (String text : found.texts().stream().limit(MAX_TRIED).toList()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            String shown =
                    text.length() > MAX_SHOWN ? text.length() + " characters, sha256 " + Sha256.hex(bytes) : text;
            Reading reading = recogniser.text(bytes).inside(kind, new Finding("format.qr", where + shown, QR_SPEC));
            boolean plainText = ReasonCode.FORMAT_NOT_JSON.is(reading.reason());
            readings.add(plainText ? Reading.failed(kind, ReasonCode.FORMAT_QR_WITHOUT_BADGE.with()) : reading);
            if (holds(reading)) {
                return reading.with(others(found, text));
            }
        }
        if (readings.isEmpty()) {
            return found.illegible()
                    ? Reading.inconclusive(kind, ReasonCode.FORMAT_QR_UNREADABLE.with())
                    : Reading.failed(kind, ReasonCode.FORMAT_IMAGE_WITHOUT_BADGE.with());
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
    private static Reading best(List<Reading> readings) {
        return readings.stream()
                .filter(PictureReader::holds)
                .findFirst()
                .or(() -> readings.stream()
                        .filter(reading -> reading.outcome() == Outcome.INCONCLUSIVE)
                        .findFirst())
                .orElse(readings.get(0));
    }

    private static boolean holds(Reading reading) {
        return reading.credential().isPresent() || !reading.parts().isEmpty();
    }

    private static Finding ofFile(PdfReader.Attachment file) {
        return new Finding(
                "format.attachment",
                file.name() + ", " + file.bytes().length + " bytes, sha256 " + Sha256.hex(file.bytes()),
                "iso-32000-2 7.11.4");
    }
}
