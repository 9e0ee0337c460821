package fr.badgesiae.verifier.scan;

import fr.badgesiae.verifier.read.BadgeFinder.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * The files of a PDF: embedded by name, associated, or behind an annotation of the first pages. Walks the raw objects, each
 * at most once, because a name tree may contain a cycle.
 */
final class PdfAttachments {
    static final int MAX_FILES = 40;
    private static final int MAX_OBJECTS = 2000;
    /** The total size of all files. */
    private static final int MAX_BYTES = 15 << 20;

    private static final COSName EMBEDDED_FILES = COSName.getPDFName("EmbeddedFiles");
    private static final COSName ASSOCIATED = COSName.getPDFName("AF");

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int left = MAX_BYTES;
    private boolean partly;
    private final List<Attachment> files = new ArrayList<>();

    List<Attachment> of(PDDocument document) {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        walk(catalog.getDictionaryObject(ASSOCIATED));
        if (catalog.getDictionaryObject(COSName.NAMES) instanceof COSDictionary names) {
            walk(names.getDictionaryObject(EMBEDDED_FILES));
        }
        for (int i = 0; i < Math.min(PdfReader.MAX_PAGES, document.getNumberOfPages()); i++) {
            PDPage page = document.getPage(i);
            walk(page.getCOSObject().getDictionaryObject(ASSOCIATED));
            walk(page.getCOSObject().getDictionaryObject(COSName.ANNOTS));
        }
        return files;
    }

    /** Whether files were skipped: too many, too large, or in an unsupported encoding. */
    boolean partly() {
        return partly;
    }

    private void walk(@Nullable COSBase root) {
        Deque<COSBase> open = new ArrayDeque<>();
        push(open, root);
        while (!open.isEmpty() && files.size() < MAX_FILES && seen.size() < MAX_OBJECTS) {
            COSBase next = open.pop();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof COSArray array) {
                for (int i = Math.min(array.size(), MAX_OBJECTS) - 1; i >= 0; i--) {
                    push(open, array.getObject(i));
                }
            } else if (next instanceof COSDictionary node) {
                file(node);
                push(open, node.getDictionaryObject(COSName.NAMES));
                push(open, node.getDictionaryObject(COSName.KIDS));
                push(open, node.getDictionaryObject(COSName.FS));
            }
        }
        partly |= !open.isEmpty();
    }

    private static void push(Deque<COSBase> open, @Nullable COSBase object) {
        if (object instanceof COSArray || object instanceof COSDictionary) {
            open.push(object);
        }
    }

    /** A file specification holds its data under EF. */
    private void file(COSDictionary specification) {
        if (!(specification.getDictionaryObject(COSName.EF) instanceof COSDictionary data)) {
            return;
        }
        COSBase stream = data.getDictionaryObject(COSName.UF);
        stream = stream == null ? data.getDictionaryObject(COSName.F) : stream;
        if (stream instanceof COSStream file && seen.add(file)) {
            String name = specification.getString(COSName.UF, specification.getString(COSName.F, ""));
            bytes(file).ifPresent(bytes -> {
                left -= bytes.length;
                files.add(new Attachment(name.substring(0, Math.min(name.length(), 100)), bytes));
            });
        }
    }

    /** Empty when the file is too large, or uses an image encoding. */
    private Optional<byte[]> bytes(COSStream file) {
        List<String> filters = new ArrayList<>();
        COSBase filter = file.getFilters();
        if (filter instanceof COSArray array) {
            array.toList().forEach(each -> filters.add(filterName(each)));
        } else if (filter != null) {
            filters.add(filterName(filter));
        }
        if (filters.contains("")) {
            return Optional.empty();
        }
        COSBase choice = file.getDictionaryObject(COSName.DECODE_PARMS);
        boolean late = choice instanceof COSDictionary said && said.getInt(COSName.EARLY_CHANGE, 1) == 0;
        try (InputStream raw = file.createRawInputStream()) {
            Optional<byte[]> bytes = new StreamDecoder(late ? 0 : 1).unpack(filters, raw, left);
            partly |= bytes.isEmpty() && file.getLength() > 0;
            return bytes;
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String filterName(COSBase filter) {
        return filter instanceof COSName name ? StreamDecoder.fullName(name.getName()) : "";
    }
}
