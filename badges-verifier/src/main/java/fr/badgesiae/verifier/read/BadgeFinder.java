package fr.badgesiae.verifier.read;

import java.util.List;

/**
 * Finds QR codes and attached files in images and PDFs. Declared here and implemented in {@code scan}, whose libraries are
 * optional. Implementations never throw on bad bytes.
 */
public interface BadgeFinder {
    /** The largest image that is decoded, in pixels. */
    int MAX_PIXELS = 50_000_000;

    /** The result of opening a file. */
    enum State {
        READ,
        UNREADABLE,
        ENCRYPTED,
        TOO_MANY_PIXELS,
        TOO_MUCH_WORK,
        /** The library for this kind of file is not on the class path. */
        NOT_IN_THIS_BUILD
    }

    /**
     * The QR codes of one image or page (ISO/IEC 18004).
     *
     * @param texts the decoded texts, each once
     * @param illegible whether a code was detected and not decoded
     */
    record Codes(List<String> texts, boolean illegible) {
        /** No code. */
        public static final Codes NONE = new Codes(List.of(), false);

        public Codes {
            texts = List.copyOf(texts);
        }
    }

    /**
     * A raster image.
     *
     * @param codes empty unless READ
     */
    record Image(State state, Codes codes) {}

    /**
     * An SVG.
     *
     * @param codes of the rendered drawing; none when it was not rendered
     * @param images the {@code data:} URLs of embedded images, the first few; given in every state
     */
    record Drawing(State state, Codes codes, List<String> images) {
        public Drawing {
            images = List.copyOf(images);
        }
    }

    /**
     * A PDF.
     *
     * @param attachments in the order of the file
     * @param pages the codes of each page, in order; none for a page without a drawing
     * @param partial whether a file or part of a page was skipped because of its cost
     * @param unreadable whether a page shows an image in an unsupported format
     */
    record Document(State state, List<Attachment> attachments, List<Codes> pages, boolean partial, boolean unreadable) {
        public Document {
            attachments = List.copyOf(attachments);
            pages = List.copyOf(pages);
        }

        /** A document that was not opened. */
        public static Document notOpened(State state) {
            return new Document(state, List.of(), List.of(), false, false);
        }
    }

    /** An attached file, under the name the PDF gives it. */
    @SuppressWarnings("ArrayRecordComponent") // passed to a parser, never compared
    record Attachment(String name, byte[] bytes) {}

    /** Searches a PNG or JPEG. */
    Image image(byte[] bytes);

    /** Searches an SVG. */
    Drawing drawing(byte[] svg);

    /** Reads the attachments of a PDF, and with {@code withPages} searches its first pages. */
    Document document(byte[] pdf, boolean withPages);
}
