package fr.badgesiae.verifier.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * The files attached to a PDF and the QR codes of its first pages (ISO 32000-2, 7.11.4 and 14.13). In memory, without
 * touching fonts; what would unpack to too much is turned away before it is opened.
 */
public final class PdfReader {
    /** How many pages are looked at. */
    public static final int MAX_PAGES = 5;

    private PdfReader() {}

    /** Whether the PDF could be opened. */
    public enum State {
        READ,
        ENCRYPTED,
        UNREADABLE,
        TOO_MUCH_WORK
    }

    /**
     * What a PDF holds.
     *
     * @param attachments in the order of the file
     * @param pages one after the other, the codes of each
     * @param partly whether a file, or something on a page, was passed over because it would have been too much work
     * @param unreadable whether a page shows a picture of a kind that cannot be read
     */
    public record Contents(
            State state, List<Attachment> attachments, List<QrSearch.Found> pages, boolean partly, boolean unreadable) {
        public Contents {
            attachments = List.copyOf(attachments);
            pages = List.copyOf(pages);
        }
    }

    /** An attached file; the name is what the PDF says. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a parser; never compared
    public record Attachment(String name, byte[] bytes) {}

    /** Never throws on bad bytes. */
    public static Contents read(byte[] pdf, boolean withPages) {
        PdfCost.Answer weight = PdfCost.of(pdf);
        if (weight != PdfCost.Answer.BEARABLE) {
            return nothing(weight == PdfCost.Answer.ENCRYPTED ? State.ENCRYPTED : State.TOO_MUCH_WORK);
        }
        try (PDDocument document = Loader.loadPDF(pdf, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (document.isEncrypted()) {
                return nothing(State.ENCRYPTED);
            }
            PdfAttachments files = new PdfAttachments();
            List<Attachment> attachments = files.of(document);
            List<QrSearch.Found> codes = new ArrayList<>();
            boolean partly = files.partly();
            boolean unreadable = false;
            for (int page = 0; withPages && page < Math.min(MAX_PAGES, document.getNumberOfPages()); page++) {
                PageRenderer renderer = new PageRenderer(document);
                GreyImage picture = renderer.render(page);
                partly |= renderer.partly();
                unreadable |= renderer.unreadable();
                if (picture != null) {
                    codes.add(QrSearch.search(picture));
                }
            }
            return new Contents(State.READ, attachments, codes, partly, unreadable);
        } catch (InvalidPasswordException e) {
            return nothing(State.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return nothing(State.UNREADABLE);
        } catch (OutOfMemoryError e) {
            // the last wall: the library makes room for what a file says before it looks at what there is
            return nothing(State.TOO_MUCH_WORK);
        }
    }

    private static Contents nothing(State state) {
        return new Contents(state, List.of(), List.of(), false, false);
    }
}
