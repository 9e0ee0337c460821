package fr.badgesiae.api.statistics.network;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the list can be sorted by. What is hidden or did not happen stands last. */
public enum AdoptionColumn {
    NAME,
    SINCE,
    ACTIVE,
    LAST_AWARD,
    PUBLISHED,
    AWARDS;

    /** Its word in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value of {@code aria-sort} in a list sorted by it. */
    public String direction() {
        return switch (this) {
            case NAME, SINCE -> "ascending";
            case ACTIVE, LAST_AWARD, PUBLISHED, AWARDS -> "descending";
        };
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
        return this == NAME ? byName : byName.stream().sorted(order()).toList();
    }

    private Comparator<Adoption.Line> order() {
        return switch (this) {
            case NAME -> Comparator.comparing(Adoption.Line::name);
            case SINCE -> Comparator.comparing(Adoption.Line::since);
            case ACTIVE -> Comparator.comparing(line -> !line.active());
            case LAST_AWARD ->
                Comparator.comparing(line -> line.lastAward().orElse(0), Comparator.<Integer>reverseOrder());
            case PUBLISHED -> Comparator.comparingLong(line -> -line.published());
            case AWARDS ->
                Comparator.<Adoption.Line>comparingInt(line -> line.awards().hidden() ? 1 : 0)
                        .thenComparingLong(line -> -line.awards().number());
        };
    }
}
