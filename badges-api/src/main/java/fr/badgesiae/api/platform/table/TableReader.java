package fr.badgesiae.api.platform.table;

import java.util.function.Consumer;

/**
 * Reads CSV, pasted cells and XLSX row by row. The format is detected from the content; the name of the file and the declared
 * media type are ignored.
 */
public final class TableReader {
    private static final int[] ZIP = {'P', 'K', 3, 4};

    /** Compound files: XLS, and XLSX with a password (MS-CFB, 2.2). */
    private static final int[] COMPOUND_FILE = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};

    private TableReader() {}

    /**
     * Reads the bytes of a file.
     *
     * @param rows gets each filled row in order, the titles too; may have got some when this refuses
     */
    public static void read(byte[] file, Consumer<TableRow> rows) throws TableRefusedException {
        if (file.length > TableLimits.MOST_BYTES) {
            throw TableRefusedException.whole(TableRefusal.TOO_LARGE);
        }
        if (startsWith(file, COMPOUND_FILE)) {
            throw TableRefusedException.whole(TableRefusal.OLD_OR_LOCKED_WORKBOOK);
        }
        TableLimits limits = new TableLimits(rows);
        if (startsWith(file, ZIP)) {
            Xlsx.read(file, limits);
        } else {
            Csv.read(TextDecoder.text(file), limits);
        }
        limits.end();
    }

    /** Reads pasted cells, or pasted CSV. */
    public static void read(String pasted, Consumer<TableRow> rows) throws TableRefusedException {
        if (pasted.length() > TableLimits.MOST_BYTES) {
            throw TableRefusedException.whole(TableRefusal.TOO_LARGE);
        }
        TableLimits limits = new TableLimits(rows);
        Csv.read(pasted, limits);
        limits.end();
    }

    private static boolean startsWith(byte[] file, int[] signature) {
        if (file.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((file[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
