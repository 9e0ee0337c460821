package fr.badgesiae.api.platform.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The bounds of a table, checked row by row while it is read. */
public final class TableLimits {
    public static final int MOST_BYTES = 5 << 20;

    /** Filled rows under the row of titles. */
    public static final int MOST_ROWS = 10_000;

    public static final int MOST_COLUMNS = 100;

    /** In characters. */
    public static final int LONGEST_CELL = 2_000;

    /** What sheets have; a text has no more either. */
    private static final int LAST_LINE = 1_048_576;

    private final Consumer<TableRow> rows;
    private int filled;

    TableLimits(Consumer<TableRow> rows) {
        this.rows = rows;
    }

    /** Hands a row on, unless all its cells are empty. */
    void row(long line, List<String> read) throws TableRefusedException {
        List<String> cells = new ArrayList<>(read.size());
        int last = 0;
        for (String cell : read) {
            // the database takes no NUL, which no text has
            String bare = cell.replace("\0", "").strip();
            if (!bare.isEmpty()) {
                last = cells.size() + 1;
            }
            if (last > MOST_COLUMNS) {
                throw new TableRefusedException(TableRefusal.TOO_MANY_COLUMNS, line);
            }
            if (bare.length() > LONGEST_CELL) {
                throw new TableRefusedException(TableRefusal.CELL_TOO_LONG, line);
            }
            cells.add(bare);
        }
        if (last == 0) {
            return;
        }
        filled++;
        if (filled > MOST_ROWS + 1 || line > LAST_LINE) {
            throw new TableRefusedException(TableRefusal.TOO_MANY_ROWS, line);
        }
        rows.accept(new TableRow(line, cells.subList(0, last)));
    }

    void end() throws TableRefusedException {
        if (filled == 0) {
            throw TableRefusedException.whole(TableRefusal.EMPTY);
        }
    }
}
