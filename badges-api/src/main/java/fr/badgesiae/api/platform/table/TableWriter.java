package fr.badgesiae.api.platform.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Writes a table row by row, without holding it. No cell becomes a formula: {@link SafeCell}.
 */
public interface TableWriter extends Closeable {
    /**
     * Writes a row.
     *
     * @param cells texts, numbers, days ({@code LocalDate}) or null for an empty cell
     */
    void row(List<?> cells) throws IOException;
}
