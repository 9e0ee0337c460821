package fr.badgesiae.api.platform.table;

import fr.badgesiae.api.platform.html.PageContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list: one column, up or down. Only SQL of this code reaches a statement.
 *
 * @param <C> the columns of the list
 * @param down whether the highest value comes first
 */
public record Sort<C extends Enum<C> & Sort.Column>(C column, boolean down) {
    /** What a column holds; decides how its two directions are named. */
    public enum Kind {
        DAY,
        TEXT
    }

    /** A column by which a list can be sorted; an index serves it in both directions. */
    public interface Column {
        /** The values of a row as SQL, never null; those after the first decide between equal ones. */
        List<String> of(String row);

        /** The key of the title of the column. */
        String title();

        Kind kind();
    }

    /**
     * @param word as in an address: {@code badge} or {@code -badge}
     * @param usual where the word names no column
     */
    public static <C extends Enum<C> & Column> Sort<C> of(@Nullable String word, Sort<C> usual) {
        return usual.all().stream()
                .filter(sort -> sort.word().equals(word))
                .findFirst()
                .orElse(usual);
    }

    /** Its word in an address. */
    public String word() {
        return (down ? "-" : "") + column.name().toLowerCase(Locale.ROOT);
    }

    /** The two orders of each column. */
    public List<Sort<C>> all() {
        List<Sort<C>> all = new ArrayList<>();
        for (C one : Arrays.asList(column.getDeclaringClass().getEnumConstants())) {
            all.add(new Sort<>(one, false));
            all.add(new Sort<>(one, true));
        }
        return all;
    }

    /** What an address adds for this order, unless it is the usual one. */
    public Optional<String> query(Sort<C> usual) {
        return equals(usual) ? Optional.empty() : Optional.of("sort=" + word());
    }

    /** The orders to choose from, by their words. */
    public Map<String, String> options(PageContext context) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Sort<C> one : all()) {
            options.put(one.word(), one.text(context));
        }
        return options;
    }

    /** The order in words. */
    public String text(PageContext context) {
        return context.t("common.sort.option", context.t(column.title()), context.t(direction()));
    }

    /** What the header of a column leads to: the other direction of the current column, the first order of any other. */
    public Sort<C> next(C wanted) {
        return new Sort<>(wanted, wanted == column ? !down : wanted.kind() == Kind.DAY);
    }

    /** The {@code aria-sort} of the header of a column; null for those that do not sort. */
    public @Nullable String aria(C header) {
        return header == column ? (down ? "descending" : "ascending") : null;
    }

    /** The key of the words for the direction. */
    public String direction() {
        return "common.sort." + column.kind().name().toLowerCase(Locale.ROOT) + (down ? "-down" : "-up");
    }

    /**
     * The condition of the rows after the cursor {@code :after}, with its {@code AND}.
     *
     * @param table of the cursor, whose rows have {@code organisation_id}
     */
    public String after(String row, String table) {
        return "\n  AND (" + String.join(", ", column.of(row)) + ", " + row + ".id) " + (down ? "<" : ">")
                + " (SELECT " + String.join(", ", column.of("last")) + ", last.id FROM " + table
                + " last WHERE last.id = :after AND last.organisation_id = :organisation)";
    }

    /** The content of {@code ORDER BY}; the id of the row decides between equal values. */
    public String orderBy(String row) {
        String direction = down ? " DESC" : " ASC";
        return String.join(direction + ", ", column.of(row)) + direction + ", " + row + ".id" + direction;
    }
}
