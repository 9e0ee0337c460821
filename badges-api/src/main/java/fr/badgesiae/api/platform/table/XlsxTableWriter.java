package fr.badgesiae.api.platform.table;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of one sheet. Its rows leave memory a thousand at a time. */
final class XlsxTableWriter implements TableWriter {
    private static final int FLUSHED = 1_000;
    private static final double WIDTH = 22;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    XlsxTableWriter(OutputStream stream, String title) {
        this.workbook = new Workbook(stream, "Badges", null);
        this.sheet = workbook.newWorksheet(title);
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<?> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            if (row == 0) {
                sheet.width(column, WIDTH);
            }
            cell(column, cells.get(column));
        }
        if (row == 0) {
            sheet.range(0, 0, 0, Math.max(0, cells.size() - 1)).style().bold().set();
        }
        row++;
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value != null) {
            sheet.inlineString(row, column, SafeCell.xlsx(value.toString()));
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
