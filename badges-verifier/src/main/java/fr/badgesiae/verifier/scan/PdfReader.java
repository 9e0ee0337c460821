package fr.badgesiae.verifier.scan;

import fr.badgesiae.verifier.read.BadgeFinder.Attachment;
import fr.badgesiae.verifier.read.BadgeFinder.Codes;
import fr.badgesiae.verifier.read.BadgeFinder.Document;
import fr.badgesiae.verifier.read.BadgeFinder.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads the attached files of a PDF and the QR codes of its first pages (ISO 32000-2, 7.11.4 and 14.13), in memory and
 * without fonts. A file that would decode to too much is refused before it is opened.
 */
final class PdfReader {
    /** The number of pages searched. */
    static final int MAX_PAGES = 5;

    private PdfReader() {}

    /** Never throws on bad bytes. */
    static Document read(byte[] pdf, boolean withPages) {
        PdfCost.Answer cost = PdfCost.of(pdf);
        if (cost != PdfCost.Answer.ALLOWED) {
            return Document.notOpened(cost == PdfCost.Answer.ENCRYPTED ? State.ENCRYPTED : State.TOO_MUCH_WORK);
        }
        try (PDDocument document = Loader.loadPDF(pdf, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (document.isEncrypted()) {
                return Document.notOpened(State.ENCRYPTED);
            }
            PdfAttachments files = new PdfAttachments();
            List<Attachment> attachments = files.of(document);
            List<Codes> codes = new ArrayList<>();
            boolean partly = files.partly();
            boolean unreadable = false;
            for (int page = 0; withPages && page < Math.min(MAX_PAGES, document.getNumberOfPages()); page++) {
                PageRenderer renderer = new PageRenderer(document);
                codes.add(renderer.render(page).map(QrSearch::search).orElse(Codes.NONE));
                partly |= renderer.partly();
                unreadable |= renderer.unreadable();
            }
            return new Document(State.READ, attachments, codes, partly, unreadable);
        } catch (InvalidPasswordException e) {
            return Document.notOpened(State.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return Document.notOpened(State.UNREADABLE);
        } catch (OutOfMemoryError e) {
            // the last defence: the library allocates declared sizes before it reads the content
            return Document.notOpened(State.TOO_MUCH_WORK);
        }
    }
}
