package fr.badgesiae.api.statistics.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the list can be sorted by. What is hidden or did not happen stands last. */
public enum AdoptionColumn {
    NAME(null, true),
    SINCE(Comparator.comparing(Adoption.Line::since), true),
    ACTIVE(Comparator.comparing(line -> !line.active()), true),
    LAST_AWARD(
            Comparator.comparing(
                    line -> line.lastAward().orElse(null), Comparator.nullsLast(Comparator.reverseOrder())),
            false),
    PUBLISHED(Comparator.comparingLong(line -> -line.published()), false),
    AWARDS(
            Comparator.<Adoption.Line>comparingInt(line -> line.awards().hidden() ? 1 : 0)
                    .thenComparingLong(line -> -line.awards().number()),
            false);

    private final @Nullable Comparator<Adoption.Line> order;
    private final boolean ascending;

    AdoptionColumn(@Nullable Comparator<Adoption.Line> order, boolean ascending) {
        this.order = order;
        this.ascending = ascending;
    }

    /** Its word in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value of {@code aria-sort} in a list sorted by it. */
    public String direction() {
        return ascending ? "ascending" : "descending";
    }

    /** The column of a word; names for any other. */
    static AdoptionColumn named(String word) {
        return Arrays.stream(values())
                .filter(column -> column.word().equals(word))
                .findFirst()
                .orElse(NAME);
    }

    /** Lines that are in the order of names stay so among equals. */
    List<Adoption.Line> sorted(List<Adoption.Line> byName) {
        return order == null ? byName : byName.stream().sorted(order).toList();
    }
}
