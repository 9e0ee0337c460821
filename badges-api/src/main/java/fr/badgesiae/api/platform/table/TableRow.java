package fr.badgesiae.api.platform.table;

import java.util.List;

/**
 * A row of a table that has at least one filled cell.
 *
 * @param line where it stands, from 1, as an editor or a spreadsheet counts
 * @param cells without spaces at their ends; empty ones at the end of the row are left out
 */
public record TableRow(long line, List<String> cells) {
    public TableRow {
        cells = List.copyOf(cells);
    }

    /** The cell of a column, from 0; empty behind the last one. */
    public String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }
}
