package fr.badgesiae.api.imports.read;

import fr.badgesiae.api.imports.content.ImportSource;
import fr.badgesiae.api.imports.content.Spelling;
import fr.badgesiae.api.person.PersonForm;
import fr.badgesiae.api.platform.table.TableReader;
import fr.badgesiae.api.platform.table.TableRefusedException;
import fr.badgesiae.api.platform.table.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the names of a list, row by row. What stands in other columns is dropped with its row. */
public final class ListReader {
    /** Titles stand in one of the first rows; above them may be the name of the list. */
    private static final int ROWS_BEFORE = 5;

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_NAME = 200;

    private final Map<String, NameColumn> remembered;
    private final @Nullable Columns chosen;
    private final List<TableRow> before = new ArrayList<>();
    private final List<ReadLine> lines = new ArrayList<>();
    private List<String> titles = List.of();
    private @Nullable Columns columns;
    private Optional<Emplois> emplois = Optional.empty();
    private int leftOut;

    private ListReader(Map<String, NameColumn> remembered, @Nullable Columns chosen) {
        this.remembered = remembered;
        this.chosen = chosen;
    }

    /** A list whose columns are not known; the first of its rows, as examples to choose by. */
    public static final class UnknownColumnsException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<String> example;

        UnknownColumnsException(List<String> example) {
            super("no titles", null, false, false);
            this.example = List.copyOf(example);
        }

        public List<String> example() {
            return example;
        }
    }

    /**
     * Reads pasted cells or a file.
     *
     * @param pasted empty where a file was sent
     * @param remembered what the organisation called its columns before
     * @param chosen which columns a member says, or null to tell by their titles
     */
    public static ReadList read(
            byte[] file, String pasted, Map<String, NameColumn> remembered, @Nullable Columns chosen)
            throws TableRefusedException, UnknownColumnsException {
        ListReader reader = new ListReader(remembered, chosen);
        if (pasted.isBlank()) {
            TableReader.read(file, reader::row);
        } else {
            TableReader.read(pasted, reader::row);
        }
        return reader.list();
    }

    private void row(TableRow row) {
        Columns known = columns;
        if (known != null) {
            line(row, known);
            return;
        }
        if (chosen != null) {
            begin(row, chosen);
            return;
        }
        Optional<Columns> told = told(row);
        if (told.isPresent()) {
            begin(row, told.get());
        } else if (before.size() < ROWS_BEFORE) {
            before.add(row);
        }
    }

    private void begin(TableRow row, Columns taken) {
        columns = taken;
        if (taken.titled()) {
            titles = row.cells().stream()
                    .map(title -> title.substring(0, Math.min(LONGEST_TITLE, title.length())))
                    .toList();
            emplois = Emplois.of(titles);
            if (chosen != null) {
                titles = ofChosen(taken);
            }
        } else {
            line(row, taken);
        }
    }

    /** A member may have taken the first person for titles: what stands in other columns is not kept. */
    private List<String> ofChosen(Columns taken) {
        return IntStream.range(0, titles.size())
                .mapToObj(column -> column == taken.first() || column == taken.last() ? titles.get(column) : "")
                .toList();
    }

    private Optional<Columns> told(TableRow row) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < row.cells().size() && before.size() < ROWS_BEFORE; i++) {
            Optional<NameColumn> column = NameColumn.of(row.cell(i), remembered);
            if (first < 0 && column.filter(NameColumn.FIRST_NAME::equals).isPresent()) {
                first = i;
            } else if (last < 0 && column.filter(NameColumn.LAST_NAME::equals).isPresent()) {
                last = i;
            }
        }
        return first < 0 || last < 0 ? Optional.empty() : Optional.of(new Columns(first, last, true));
    }

    private void line(TableRow row, Columns known) {
        PersonForm names = PersonForm.named(row.cell(known.first()), row.cell(known.last()));
        ReadLine line = new ReadLine(
                (int) row.line(),
                cut(names.firstName()),
                cut(names.lastName()),
                Spelling.reason(names).orElse(null));
        boolean taken = emplois.map(export -> export.takes(row, line)).orElse(true);
        if (taken) {
            lines.add(line);
        } else {
            leftOut++;
        }
    }

    private static String cut(String name) {
        int end = Math.min(LONGEST_NAME, name.length());
        boolean half = end < name.length() && Character.isHighSurrogate(name.charAt(end - 1));
        return name.substring(0, half ? end - 1 : end);
    }

    private ReadList list() throws UnknownColumnsException {
        Columns known = columns;
        if (known == null) {
            throw new UnknownColumnsException(before.get(0).cells());
        }
        ImportSource source = emplois.isPresent() ? ImportSource.EMPLOIS : ImportSource.LIST;
        return new ReadList(source, titles, known, lines, leftOut);
    }
}
