package fr.badgesiae.verifier.scan;

import fr.badgesiae.verifier.read.BadgeFinder;

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
        try {
            return zxing ? decoded(bytes) : new Image(State.NOT_IN_THIS_BUILD, Codes.NONE);
        } catch (LinkageError e) {
            return new Image(State.NOT_IN_THIS_BUILD, Codes.NONE);
        }
    }

    private static Image decoded(byte[] bytes) {
        ImageDecoder.Decoded decoded = ImageDecoder.decode(bytes);
        return new Image(
                decoded.state(), decoded.picture().map(QrSearch::search).orElse(Codes.NONE));
    }

    @Override
    public Drawing drawing(byte[] svg) {
        try {
            return zxing && jsvg ? rendered(svg) : notRendered(svg);
        } catch (LinkageError e) {
            return notRendered(svg);
        }
    }

    private static Drawing notRendered(byte[] svg) {
        return new Drawing(
                State.NOT_IN_THIS_BUILD, Codes.NONE, SvgDrawing.of(svg).pictures());
    }

    private static Drawing rendered(byte[] svg) {
        SvgPicture drawing = SvgPicture.read(svg);
        if (drawing.tooMuch()) {
            return new Drawing(State.TOO_MUCH_WORK, Codes.NONE, drawing.pictures());
        }
        return drawing.drawn()
                .map(drawn -> new Drawing(State.READ, QrSearch.search(drawn), drawing.pictures()))
                .orElseGet(() -> new Drawing(State.UNREADABLE, Codes.NONE, drawing.pictures()));
    }

    @Override
    public Document document(byte[] pdf, boolean withPages) {
        try {
            return pdfBox && (zxing || !withPages)
                    ? PdfReader.read(pdf, withPages)
                    : Document.notOpened(State.NOT_IN_THIS_BUILD);
        } catch (LinkageError e) {
            return Document.notOpened(State.NOT_IN_THIS_BUILD);
        }
    }
}
