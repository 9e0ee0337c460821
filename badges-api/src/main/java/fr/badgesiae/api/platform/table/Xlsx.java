package fr.badgesiae.api.platform.table;

import fr.badgesiae.api.platform.limits.ConcurrencyLimit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of a workbook (ECMA-376), from a copy whose inflated size is bounded. */
final class Xlsx {
    /**
     * Cells with or without content. A row whose only cell stands in the last column is a list of 16,384; formatted rows without
     * content are read as well.
     */
    private static final int MOST_CELLS = 20_000_000;

    private static final int MOST_LINES = 200_000;

    /** One at a time: a small file inflates to {@link BoundedWorkbook#MOST_INFLATED}. */
    private static final ConcurrencyLimit LIMIT = new ConcurrencyLimit(
            1, Duration.ofSeconds(10), "Many workbooks are being read. Send yours again in a moment.");

    private Xlsx() {}

    /** @throws fr.badgesiae.api.platform.problem.ProblemException OVERLOADED while too many are read */
    static void read(byte[] file, TableLimits limits) throws TableRefusedException {
        Optional<TableRefusedException> refused = LIMIT.run(() -> {
            try {
                readNow(file, limits);
                return Optional.empty();
            } catch (TableRefusedException e) {
                return Optional.of(e);
            }
        });
        if (refused.isPresent()) {
            throw refused.get();
        }
    }

    private static void readNow(byte[] file, TableLimits limits) throws TableRefusedException {
        BoundedWorkbook.Copy bounded = BoundedWorkbook.of(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(
                        new ByteArrayInputStream(bounded.bytes()), new ReadingOptions(bounded.styles(), true));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            rows(rows.iterator(), limits);
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw TableRefusedException.whole(TableRefusal.UNREADABLE_WORKBOOK);
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | ArithmeticException
                | NullPointerException e) {
            // The library meets what no workbook has: a reference to no string, a cell without an address.
            throw TableRefusedException.whole(TableRefusal.UNREADABLE_WORKBOOK);
        }
    }

    private static void rows(Iterator<Row> rows, TableLimits limits) throws TableRefusedException {
        long cells = 0;
        int lines = 0;
        int last = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (row.getRowNum() <= last) {
                throw TableRefusedException.whole(TableRefusal.UNREADABLE_WORKBOOK);
            }
            last = row.getRowNum();
            cells += row.getCellCount();
            lines++;
            if (cells > MOST_CELLS || lines > MOST_LINES) {
                throw new TableRefusedException(TableRefusal.ENDLESS_SHEET, row.getRowNum());
            }
            limits.row(row.getRowNum(), texts(row));
        }
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            texts.add(cell == null ? "" : CellText.of(cell));
        }
        return texts;
    }
}
