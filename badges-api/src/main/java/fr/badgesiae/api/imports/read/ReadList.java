package fr.badgesiae.api.imports.read;

import fr.badgesiae.api.imports.content.ImportSource;
import java.util.List;

/**
 * What was read of a list.
 *
 * @param titles of its columns; empty where it has none
 * @param leftOut lines that were not read because of what they say
 */
public record ReadList(ImportSource source, List<String> titles, Columns columns, List<ReadLine> lines, int leftOut) {
    public ReadList {
        titles = List.copyOf(titles);
        lines = List.copyOf(lines);
    }
}
