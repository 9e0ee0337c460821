package fr.badgesiae.api.platform.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Copies the XML parts of a workbook while counting what they inflate to. The copy is what is read: another reader could find
 * other parts in the same zip file than those that were counted.
 */
final class BoundedWorkbook {
    /** Of all parts together. 10,000 rows of 25 columns have about 15 MiB. */
    static final int MOST_INFLATED = 48 << 20;

    static final int MOST_ENTRIES = 500;

    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

    private long inflated;
    private boolean workbook;
    private boolean styles;

    private BoundedWorkbook() {}

    /**
     * A copy that can be read.
     *
     * @param styles whether it says how numbers are shown
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes of one file; never compared
    record Copy(byte[] bytes, boolean styles) {}

    static Copy of(byte[] file) throws TableRefusedException {
        try {
            return new BoundedWorkbook().copy(file);
        } catch (IOException | XMLStreamException | IllegalArgumentException e) { // the latter for names in no encoding
            throw TableRefusedException.whole(TableRefusal.UNREADABLE_WORKBOOK);
        }
    }

    private Copy copy(byte[] file) throws IOException, XMLStreamException, TableRefusedException {
        ByteArrayOutputStream copied = new ByteArrayOutputStream(file.length);
        try (ZipFile from = ZipFile.builder().setByteArray(file).get();
                ZipOutputStream to = new ZipOutputStream(copied)) {
            to.setLevel(Deflater.BEST_SPEED);
            List<ZipArchiveEntry> entries = Collections.list(from.getEntries());
            if (entries.size() > MOST_ENTRIES) {
                throw TableRefusedException.whole(TableRefusal.INFLATES_TOO_MUCH);
            }
            for (ZipArchiveEntry entry : entries) {
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                    byte[] part = part(from, entry);
                    refuseDeclaration(part);
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    to.write(SheetPart.bare(part));
                    to.closeEntry();
                    workbook |= entry.getName().equals("xl/workbook.xml");
                    styles |= entry.getName().equals("xl/styles.xml");
                }
            }
        }
        if (!workbook) {
            throw TableRefusedException.whole(TableRefusal.UNREADABLE_WORKBOOK);
        }
        return new Copy(copied.toByteArray(), styles);
    }

    private byte[] part(ZipFile from, ZipArchiveEntry entry) throws IOException, TableRefusedException {
        int left = (int) (MOST_INFLATED - inflated);
        try (InputStream content = from.getInputStream(entry)) {
            byte[] part = content.readNBytes(left + 1);
            inflated += part.length;
            if (inflated > MOST_INFLATED) {
                throw TableRefusedException.whole(TableRefusal.INFLATES_TOO_MUCH);
            }
            return part;
        }
    }

    /** A package part has no document type declaration (ECMA-376, part 2); so it has no entity, inner or external. */
    private static void refuseDeclaration(byte[] part) throws TableRefusedException {
        boolean wide =
                part.length > 1 && (part[0] == 0 || part[1] == 0 || part[0] == (byte) 0xFE || part[0] == (byte) 0xFF);
        if (wide || contains(part, DOCTYPE)) {
            throw TableRefusedException.whole(TableRefusal.UNREADABLE_WORKBOOK);
        }
    }

    private static boolean contains(byte[] part, byte[] wanted) {
        for (int i = 0; i <= part.length - wanted.length; i++) {
            int same = 0;
            while (same < wanted.length && part[i + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
