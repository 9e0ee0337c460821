package fr.badgesiae.api.platform.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Text with separators (RFC 4180, with {@code ;} and tab as well). */
final class Csv {
    /** A whole row, far above what the bounds of cells let through. */
    private static final int LONGEST_ROW = TableLimits.MOST_BYTES;

    private static final int MOST_FIELDS = 16_384;

    /** How much of a text is looked at to guess its separator. */
    private static final int SAMPLE = 64 << 10;

    private Csv() {}

    static void read(String text, TableLimits limits) throws TableRefusedException {
        char separator = separator(text);
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(MOST_FIELDS)
                .maxFieldSize(LONGEST_ROW)
                .maxRecordSize(LONGEST_ROW)
                .build();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_ROW)
                .build(handler, text)) {
            for (CsvRecord row : records) {
                if (row.getStartingLineNumber() > 1 || !isDeclaration(row, separator)) {
                    limits.row(row.getStartingLineNumber(), row.getFields());
                }
            }
        } catch (CsvParseException e) {
            throw TableRefusedException.whole(
                    text.indexOf('"') < 0 ? TableRefusal.TOO_MANY_COLUMNS : TableRefusal.OPEN_QUOTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code sep=;}: what some spreadsheets write first. */
    private static boolean isDeclaration(CsvRecord row, char separator) {
        String first = row.getField(0).toLowerCase(Locale.ROOT);
        return first.equals("sep=" + separator) || (first.equals("sep=") && row.getFieldCount() <= 2);
    }

    /** The one that stands most often in the first rows, outside quotation marks. */
    static char separator(String text) {
        char[] candidates = {'\t', ';', ','};
        int[] counts = new int[candidates.length];
        boolean quoted = false;
        int rows = 0;
        for (int i = 0; i < Math.min(SAMPLE, text.length()) && rows < 10; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '\n') {
                rows++;
                // Titles decide: names in the rows may have a comma.
                if (rows == 1 && (counts[0] > 0 || counts[1] > 0)) {
                    break;
                }
            } else if (!quoted) {
                for (int j = 0; j < candidates.length; j++) {
                    counts[j] += c == candidates[j] ? 1 : 0;
                }
            }
        }
        return most(candidates, counts);
    }

    private static char most(char[] candidates, int[] counts) {
        int best = 1;
        for (int i = 0; i < candidates.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return candidates[best];
    }
}
