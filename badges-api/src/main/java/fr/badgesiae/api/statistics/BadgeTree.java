package fr.badgesiae.api.statistics;

import fr.badgesiae.api.statistics.FiguresDao.BadgeRow;
import fr.badgesiae.api.statistics.suppression.Count;
import fr.badgesiae.api.statistics.suppression.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Badges below their ROME code, category and level. Hidden level by level: under a hidden row everything is hidden. So the
 * figures by ROME code, those by badge and the file for COODIAG tell no more together than each alone. People are not shown:
 * one with two badges counts in two rows, so the rows do not add up and a total would tell how many lack a badge.
 *
 * @param romes the sums of ROME codes
 * @param kinds the sums of a ROME code, a category and a level
 */
record BadgeTree(List<Node> romes, List<Node> kinds, List<Node> badges) {
    /** A row, and whether it is hidden. */
    record Node(BadgeRow row, boolean hidden) {
        Figures.Row published(String value) {
            return new Figures.Row(
                    value, Optional.empty(), Count.of(row.offered(), hidden), Count.of(row.accepted(), hidden));
        }
    }

    static BadgeTree of(List<BadgeRow> rows) {
        List<Node> romes = level(select(rows, row -> row.category() == null));
        List<Node> kinds = new ArrayList<>();
        for (Node rome : romes) {
            kinds.addAll(below(
                    rome,
                    select(
                            rows,
                            row -> row.category() != null
                                    && row.id() == null
                                    && row.rome().equals(rome.row().rome()))));
        }
        List<Node> badges = new ArrayList<>();
        for (Node kind : kinds) {
            badges.addAll(below(kind, select(rows, row -> row.id() != null && isOf(row, kind.row()))));
        }
        return new BadgeTree(romes, kinds, badges);
    }

    private static boolean isOf(BadgeRow badge, BadgeRow kind) {
        return badge.rome().equals(kind.rome())
                && Objects.equals(badge.category(), kind.category())
                && Objects.equals(badge.level(), kind.level());
    }

    private static List<BadgeRow> select(List<BadgeRow> rows, Predicate<BadgeRow> which) {
        return rows.stream().filter(which).toList();
    }

    private static List<Node> below(Node above, List<BadgeRow> rows) {
        return above.hidden() ? rows.stream().map(row -> new Node(row, true)).toList() : level(rows);
    }

    private static List<Node> level(List<BadgeRow> rows) {
        boolean[] hidden = Suppression.hidden(
                rows.stream()
                        .map(row -> new long[] {row.offered(), row.accepted()})
                        .toList(),
                rows.stream().mapToLong(BadgeRow::people).toArray());
        List<Node> nodes = new ArrayList<>();
        for (int row = 0; row < hidden.length; row++) {
            nodes.add(new Node(rows.get(row), hidden[row]));
        }
        return nodes;
    }
}
