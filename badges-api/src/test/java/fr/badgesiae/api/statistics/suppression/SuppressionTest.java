package fr.badgesiae.api.statistics.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is hidden in a table of counts, for a reader who knows the totals and this very rule. */
class SuppressionTest {
    private static final int HIGHEST = 14;

    @Test
    void aSmallCountIsHiddenWithTheFirstOfTheOthers() {
        assertThat(Suppression.hidden(0, 40, 12, 3)).containsExactly(false, true, false, true);
    }

    @Test
    void whatIsLargeOrNobodyIsShown() {
        assertThat(Suppression.hidden(5, 0, 40)).containsExactly(false, false, false);
    }

    @Test
    void severalSmallCountsOfWhichTheSumIsNotSmallAreEnough() {
        assertThat(Suppression.hidden(3, 4, 40)).containsExactly(true, true, false);
        assertThat(Suppression.hidden(1, 2, 40)).containsExactly(true, true, true);
    }

    @Test
    void aSumThatOnlyFoursGiveIsHiddenWithMore() {
        assertThat(Suppression.hidden(4, 4, 4, 40)).containsExactly(true, true, true, true);
    }

    @Test
    void aTableWithoutASafeChoiceShowsNothing() {
        assertThat(Suppression.hidden(1, 0, 0)).containsExactly(true, true, true);
    }

    @Test
    void aRowIsHiddenWholeWhereOneOfItsCountsIsSmall() {
        boolean[] hidden = Suppression.hidden(List.of(new long[] {30, 2}, new long[] {6, 7}, new long[] {50, 50}));

        assertThat(hidden).containsExactly(true, true, false);
    }

    @Test
    void aRowOfFewPeopleIsHiddenThoughItsCountsAreNotSmall() {
        assertThat(Suppression.hidden(List.of(new long[] {30}, new long[] {12}, new long[] {40}), 9, 1, 12))
                .containsExactly(true, true, false);
    }

    /** All tables of four counts with the same total and the same shown counts: the reader cannot tell them apart. */
    @Test
    void noHiddenCountFollowsFromTheTotalAndTheRule() {
        Map<String, List<Set<Long>>> readings = new HashMap<>();
        int[] sizes = {HIGHEST + 1, HIGHEST + 1, HIGHEST + 1, HIGHEST + 1};
        int all = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
        for (int n = 0; n < all; n++) {
            long[] counts = counts(n, sizes.length);
            long total = Arrays.stream(counts).sum();
            // Every other reading of the same table is among those that are counted here.
            if (!Suppression.small(total) && hiddenSum(counts) <= HIGHEST) {
                remember(readings, counts, total);
            }
        }

        assertThat(readings).hasSizeGreaterThan(1000);
        readings.forEach((shown, possible) -> {
            for (int row = 0; row < possible.size(); row++) {
                if (shown.split(" ", -1)[row + 1].equals("?")) {
                    assertThat(possible.get(row)).as(shown + ", row " + row).hasSizeGreaterThan(1);
                }
            }
        });
    }

    /** People and their badges: a reader knows that nobody has a badge where there are no people, and that each has one. */
    @Test
    void noHiddenCountOfTwoMeasuresIsKnownToBeSmall() {
        int highest = 12;
        List<long[]> rows = IntStream.rangeClosed(0, highest)
                .boxed()
                .flatMap(people -> IntStream.rangeClosed(people, highest)
                        .filter(badges -> people > 0 || badges == 0)
                        .mapToObj(badges -> new long[] {people, badges}))
                .toList();
        Map<String, List<Set<Long>>> readings = new HashMap<>();
        for (long[] first : rows) {
            for (long[] second : rows) {
                for (long[] third : rows) {
                    remember(readings, List.of(first, second, third), highest);
                }
            }
        }

        assertThat(readings).hasSizeGreaterThan(1000);
        readings.forEach((shown, possible) -> possible.forEach(values -> assertThat(values.size() == 1
                        && Suppression.small(values.iterator().next()))
                .as(shown)
                .isFalse()));
    }

    private static void remember(Map<String, List<Set<Long>>> readings, List<long[]> table, long highest) {
        boolean[] hidden = Suppression.hidden(table);
        StringBuilder shown = new StringBuilder();
        for (int measure = 0; measure < 2; measure++) {
            long total = 0;
            long unknown = 0;
            for (int row = 0; row < hidden.length; row++) {
                total += table.get(row)[measure];
                unknown += hidden[row] ? table.get(row)[measure] : 0;
            }
            if (Suppression.small(total) || unknown > highest) {
                return;
            }
            shown.append(total).append(' ');
        }
        for (int row = 0; row < hidden.length; row++) {
            shown.append(hidden[row] ? "?" : Arrays.toString(table.get(row))).append(' ');
        }
        List<Set<Long>> possible = readings.computeIfAbsent(
                shown.toString(),
                key -> IntStream.range(0, 2 * hidden.length)
                        .<Set<Long>>mapToObj(cell -> new TreeSet<>())
                        .toList());
        for (int row = 0; row < hidden.length; row++) {
            for (int measure = 0; hidden[row] && measure < 2; measure++) {
                possible.get(2 * row + measure).add(table.get(row)[measure]);
            }
        }
    }

    private static long[] counts(int number, int rows) {
        long[] counts = new long[rows];
        int left = number;
        for (int row = 0; row < rows; row++) {
            counts[row] = left % (HIGHEST + 1);
            left /= HIGHEST + 1;
        }
        return counts;
    }

    private static long hiddenSum(long... counts) {
        boolean[] hidden = Suppression.hidden(counts);
        return IntStream.range(0, counts.length)
                .filter(row -> hidden[row])
                .mapToLong(row -> counts[row])
                .sum();
    }

    private static void remember(Map<String, List<Set<Long>>> readings, long[] counts, long total) {
        boolean[] hidden = Suppression.hidden(counts);
        StringBuilder shown = new StringBuilder("total:" + total);
        for (int row = 0; row < counts.length; row++) {
            shown.append(' ').append(hidden[row] ? "?" : counts[row]);
        }
        List<Set<Long>> possible = readings.computeIfAbsent(
                shown.toString(),
                key -> IntStream.range(0, counts.length)
                        .<Set<Long>>mapToObj(row -> new TreeSet<>())
                        .toList());
        for (int row = 0; row < counts.length; row++) {
            possible.get(row).add(counts[row]);
        }
    }
}
