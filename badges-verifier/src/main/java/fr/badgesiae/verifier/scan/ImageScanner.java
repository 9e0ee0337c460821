package fr.badgesiae.verifier.scan;

import fr.badgesiae.verifier.read.BadgeFinder;
import java.util.List;

/**
 * Searches images and PDFs with the optional libraries on the class path: ZXing for QR codes, PDFBox for PDF, jsvg for SVG.
 * A file whose library is absent is answered with {@link fr.badgesiae.verifier.read.BadgeFinder.State#NOT_IN_THIS_BUILD}.
 */
public final class ImageScanner implements BadgeFinder {
    private final boolean zxing = isPresent("com.google.zxing.qrcode.QRCodeReader");
    private final boolean pdfBox = isPresent("org.apache.pdfbox.Loader");
    private final boolean jsvg = isPresent("com.github.weisj.jsvg.SVGDocument");

    /** The class is looked up without being initialised. */
    private static boolean isPresent(String type) {
        try {
            Class.forName(type, false, ImageScanner.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    @Override
    public Image image(byte[] bytes) {
        if (!zxing) {
            return new Image(State.NOT_IN_THIS_BUILD, Codes.NONE);
        }
        ImageDecoder.Decoded decoded = ImageDecoder.decode(bytes);
        return decoded.state() == State.READ
                ? new Image(State.READ, QrSearch.search(decoded.picture()))
                : new Image(decoded.state(), Codes.NONE);
    }

    @Override
    public Drawing drawing(byte[] svg) {
        if (!zxing || !jsvg) {
            return new Drawing(
                    State.NOT_IN_THIS_BUILD,
                    Codes.NONE,
                    zxing ? SvgDrawing.of(svg).pictures() : List.of());
        }
        SvgPicture drawing = SvgPicture.read(svg);
        if (drawing.tooMuch()) {
            return new Drawing(State.TOO_MUCH_WORK, Codes.NONE, drawing.pictures());
        }
        return drawing.drawn() == null
                ? new Drawing(State.UNREADABLE, Codes.NONE, drawing.pictures())
                : new Drawing(State.READ, QrSearch.search(drawing.drawn()), drawing.pictures());
    }

    @Override
    public Document document(byte[] pdf, boolean withPages) {
        return pdfBox && (zxing || !withPages)
                ? PdfReader.read(pdf, withPages)
                : Document.notOpened(State.NOT_IN_THIS_BUILD);
    }
}
