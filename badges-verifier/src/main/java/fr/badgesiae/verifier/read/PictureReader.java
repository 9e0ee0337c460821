package fr.badgesiae.verifier.read;

import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.Outcome;
import fr.badgesiae.verifier.ReasonCode;
import fr.badgesiae.verifier.codec.DataUrl;
import fr.badgesiae.verifier.codec.Sha256;
import fr.badgesiae.verifier.read.BadgeFinder.State;
import fr.badgesiae.verifier.read.detect.LinkReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the badges that an image, an SVG or a PDF leads to: attached files first, then QR codes. */
final class PictureReader {
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
        return image.state() == State.READ ? codes(kind, List.of(image.codes())) : notOpened(kind, image.state());
    }

    /** The rendered drawing first, then its embedded images. */
    ReadResult drawing(byte[] svg) {
        BadgeFinder.Drawing drawing = finder.drawing(svg);
        List<BadgeFinder.Codes> codes = new ArrayList<>();
        List<State> states = new ArrayList<>();
        states.add(drawing.state());
        codes.add(drawing.codes());
        for (String address : drawing.images()) {
            DataUrl.parse(BLANKS.matcher(address).replaceAll("")).ifPresent(embedded -> {
                BadgeFinder.Image image = finder.image(embedded.bytes());
                states.add(image.state());
                codes.add(image.codes());
            });
        }
        List<ReadResult> readings = new ArrayList<>();
        if (states.contains(State.READ)) {
            readings.add(codes(InputKind.SVG, codes));
        }
        // After what was read, only what leaves the question open changes the answer.
        states.forEach(state -> readings.add(notOpened(InputKind.SVG, state)));
        return best(readings);
    }

    /** The attached badges; where there is none, what the codes of the pages lead to. */
    ReadResult pdf(byte[] pdf) {
        BadgeFinder.Document opened = finder.document(pdf, false);
        ContainedBadges files = files(opened);
        ReadResult attached = attached(files, opened.state());
        if (files.found()) {
            return attached;
        }
        BadgeFinder.Document document = finder.document(pdf, opened.state() == State.READ);
        ReadResult pages =
                document.state() == State.READ ? pages(document) : notOpened(InputKind.PDF, document.state());
        boolean open = attached.outcome() == Outcome.INCONCLUSIVE && !files.isEmpty();
        return open && !ContainedBadges.holds(pages) ? attached : pages.with(files.findings());
    }

    /** The attached badges only. */
    ReadResult attachments(byte[] pdf) {
        BadgeFinder.Document opened = finder.document(pdf, false);
        return attached(files(opened), opened.state());
    }

    private ContainedBadges files(BadgeFinder.Document document) {
        ContainedBadges files = ContainedBadges.files();
        for (BadgeFinder.Attachment file : document.attachments()) {
            files.add(
                    file.bytes(),
                    List.of(ofFile(file)),
                    bytes -> detector.part().attached(bytes));
        }
        files.unread(document.partial());
        return files;
    }

    private static ReadResult attached(ContainedBadges files, State state) {
        if (files.isEmpty()) {
            return state == State.READ
                    ? ReadResult.failed(InputKind.PDF, ReasonCode.FORMAT_IMAGE_WITHOUT_BADGE.with())
                    : notOpened(InputKind.PDF, state);
        }
        return files.result();
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
        boolean codes = document.pages().stream()
                .anyMatch(page -> page.illegible() || !page.texts().isEmpty());
        if (codes) {
            return codes(InputKind.PDF, document.pages());
        }
        if (document.unreadable()) {
            return ReadResult.inconclusive(
                    InputKind.PDF, ReasonCode.FORMAT_IMAGE_TYPE_NOT_EXAMINED.with("PDF (JPEG 2000, JBIG2)"));
        }
        return document.partial()
                ? ReadResult.inconclusive(InputKind.PDF, ReasonCode.FORMAT_PDF_TOO_MUCH_WORK.with())
                : ReadResult.failed(InputKind.PDF, ReasonCode.FORMAT_IMAGE_WITHOUT_BADGE.with());
    }

    /** What the codes of an image, of an SVG and its images, or of the pages of a PDF lead to. */
    private ReadResult codes(InputKind kind, List<BadgeFinder.Codes> images) {
        ContainedBadges codes = new ContainedBadges(kind);
        for (int page = 0; page < images.size(); page++) {
            for (String text : images.get(page).texts()) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                codes.add(bytes, places(text, bytes, kind == InputKind.PDF ? page + 1 : 0), this::code);
            }
        }
        if (!codes.isEmpty()) {
            return codes.result();
        }
        return images.stream().anyMatch(BadgeFinder.Codes::illegible)
                ? ReadResult.inconclusive(kind, ReasonCode.FORMAT_QR_UNREADABLE.with())
                : ReadResult.failed(kind, ReasonCode.FORMAT_IMAGE_WITHOUT_BADGE.with());
    }

    private ReadResult code(byte[] text) {
        ReadResult reading = detector.part().text(text);
        return ReasonCode.FORMAT_NOT_JSON.is(reading.reason())
                        && reading.findings().isEmpty()
                ? ReadResult.failed(InputKind.UNKNOWN, ReasonCode.FORMAT_QR_WITHOUT_BADGE.with())
                : reading;
    }

    /** @param page of a PDF, from 1; 0 for an image */
    private static List<Finding> places(String text, byte[] bytes, int page) {
        // an address is always told whole: a reader may go on with it
        boolean whole = text.length() <= MAX_SHOWN || LinkReader.address(bytes).isPresent();
        String shown = whole ? text : text.length() + " characters, sha256 " + Sha256.hex(bytes);
        Finding code = new Finding("format.qr", shown, QR_SPEC);
        return page == 0 ? List.of(code) : List.of(code, new Finding("format.page", Integer.toString(page), ""));
    }

    /** The first with a badge, else the first inconclusive one, else the first. */
    private static ReadResult best(List<ReadResult> readings) {
        return readings.stream()
                .filter(ContainedBadges::holds)
                .findFirst()
                .or(() -> readings.stream()
                        .filter(reading -> reading.outcome() == Outcome.INCONCLUSIVE)
                        .findFirst())
                .orElse(readings.get(0));
    }

    private static Finding ofFile(BadgeFinder.Attachment file) {
        return new Finding(
                "format.attachment",
                file.name() + ", " + file.bytes().length + " bytes, sha256 " + Sha256.hex(file.bytes()),
                "iso-32000-2 7.11.4");
    }
}
