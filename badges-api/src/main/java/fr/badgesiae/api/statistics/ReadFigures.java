package fr.badgesiae.api.statistics;

import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.statistics.FiguresDao.EventRow;
import fr.badgesiae.api.statistics.FiguresDao.PartRow;
import fr.badgesiae.api.statistics.suppression.ClosedQuarter;
import fr.badgesiae.api.statistics.suppression.Count;
import fr.badgesiae.api.statistics.suppression.Overlap;
import fr.badgesiae.api.statistics.suppression.Suppression;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * Reads the figures of a calendar year and one breakdown of them. Only whole years, their quarters and months are shown, and
 * breakdowns of whole years one at a time: a reader who may choose any days subtracts one period from another. A year that
 * goes on is counted up to its last quarter that is over.
 */
public final class ReadFigures {
    private static final int MONTHS = 12;
    private static final int QUARTER = 3;

    private final Platform platform;

    ReadFigures(Platform platform) {
        this.platform = platform;
    }

    /** The year and its parts. */
    public record Found(Figures figures, Breakdown by, List<Figures.Row> rows) {}

    /** A year as its days and instants. */
    record Span(Instant from, Instant until, LocalDate first, LocalDate last) {
        /**
         * @param year empty, or one that cannot be: that of the last day
         * @param closed the last day that is counted
         */
        static Span of(Optional<Integer> year, LocalDate closed, FrenchZone zone) {
            int wanted = year.filter(each -> each >= 2000 && each <= closed.getYear())
                    .orElse(closed.getYear());
            LocalDate first = LocalDate.of(wanted, 1, 1);
            LocalDate end = first.plusYears(1).minusDays(1);
            LocalDate last = closed.isBefore(end) ? closed : end;
            return new Span(
                    first.atStartOfDay(zone.zone()).toInstant(),
                    last.plusDays(1).atStartOfDay(zone.zone()).toInstant(),
                    first,
                    last);
        }
    }

    /** @param year empty, or one that cannot be: the last that is counted */
    public Found apply(Principal by, Optional<Integer> year, Breakdown breakdown) {
        LocalDate closed = ClosedQuarter.lastDay(by.zone().today(platform.clock()));
        Span span = Span.of(year, closed, by.zone());
        UUID organisation = by.organisation().value();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            FiguresDao dao = handle.attach(FiguresDao.class);
            List<EventRow> events = dao.year(
                    organisation,
                    span.from(),
                    span.until(),
                    span.first(),
                    span.last(),
                    by.zone().id());
            Figures figures = figures(span, closed.getYear(), events);
            return new Found(
                    figures, breakdown, figures.empty() ? List.of() : rows(handle, organisation, span, breakdown));
        });
    }

    private static List<Figures.Row> rows(Handle handle, UUID organisation, Span span, Breakdown breakdown) {
        FiguresDao dao = handle.attach(FiguresDao.class);
        Instant from = span.from();
        Instant until = span.until();
        LocalDate first = span.first();
        LocalDate last = span.last();
        return switch (breakdown) {
            case BADGE ->
                BadgeTree.of(dao.badges(organisation, from, until, first, last)).badges().stream()
                        .map(node -> node.published(
                                node.row().name() == null
                                        ? Breakdown.NONE
                                        : node.row().name()))
                        .sorted(Comparator.comparing(Figures.Row::value))
                        .toList();
            case ROME ->
                BadgeTree.of(dao.badges(organisation, from, until, first, last)).romes().stream()
                        .map(node -> node.published(node.row().rome()))
                        .toList();
            case SITE -> parts(dao.sites(organisation, from, until, first, last));
            case KIND -> parts(dao.kinds(organisation, from, until, first, last));
            case EXIT ->
                below(
                        dao.kinds(organisation, from, until, first, last),
                        dao.exits(organisation, from, until, first, last));
            case GROUP -> sets(dao.groups(organisation, from, until, first, last));
        };
    }

    private static List<Figures.Row> parts(List<PartRow> rows) {
        boolean[] hidden =
                Suppression.hidden(rows.stream().map(ReadFigures::counts).toList());
        return IntStream.range(0, hidden.length)
                .mapToObj(row -> row(rows.get(row).labels().get(0), counts(rows.get(row)), hidden[row]))
                .toList();
    }

    /** Exits are rows of one kind of people: under a kind that is hidden everything is hidden. */
    private static List<Figures.Row> below(List<PartRow> kinds, List<PartRow> exits) {
        boolean shown = parts(kinds).stream()
                .anyMatch(row -> row.value().equals(PersonKind.WORKER.name())
                        && !row.accepted().hidden());
        return shown
                ? parts(exits)
                : exits.stream()
                        .map(row -> row(row.labels().get(0), counts(row), true))
                        .toList();
    }

    private static List<Figures.Row> sets(List<PartRow> rows) {
        List<Overlap.Region> regions = rows.stream()
                .map(row -> new Overlap.Region(new HashSet<>(row.labels()), counts(row)))
                .toList();
        return Overlap.published(regions).entrySet().stream()
                .map(each -> row(
                        each.getKey().substring(each.getKey().indexOf(' ') + 1),
                        each.getValue().counts(),
                        each.getValue().hidden()))
                .sorted(Comparator.comparing(Figures.Row::value))
                .toList();
    }

    private static long[] counts(PartRow row) {
        return new long[] {row.people(), row.offered(), row.accepted()};
    }

    private static Figures.Row row(String value, long[] counts, boolean hidden) {
        return new Figures.Row(
                value,
                Optional.of(Count.of(counts[0], hidden)),
                Count.of(counts[1], hidden),
                Count.of(counts[2], hidden));
    }

    private static Figures figures(Span span, int lastYear, List<EventRow> events) {
        int year = span.first().getYear();
        long people = whole(events, "PEOPLE").orElse(0L);
        boolean fewOffered = Suppression.small(whole(events, "OFFERED_PEOPLE").orElse(0L));
        boolean few = Suppression.small(people);
        long[] offered = months(events, "OFFERED");
        long[] accepted = months(events, "ACCEPTED");
        int first =
                Math.min(year, (int) whole(events, "FIRST").orElse((long) year).longValue());
        return new Figures(
                year,
                span.last(),
                IntStream.rangeClosed(first, lastYear)
                        .boxed()
                        .sorted(Comparator.reverseOrder())
                        .toList(),
                Count.alone(people),
                sum(offered, fewOffered),
                sum(accepted, few),
                Count.alone(whole(events, "REFUSED").orElse(0L)),
                Count.alone(whole(events, "REPORTED").orElse(0L)),
                Count.alone(whole(events, "REVOKED").orElse(0L)),
                whole(events, "DAYS"),
                quarters(calendar(fewOffered, offered), calendar(few, accepted)).stream()
                        .filter(quarter ->
                                quarter.number() * QUARTER <= span.last().getMonthValue())
                        .toList());
    }

    /** Of few people nothing is shown, however many badges they have. */
    private static Count sum(long[] months, boolean few) {
        long sum = Arrays.stream(months).sum();
        return Count.of(sum, few || Suppression.small(sum));
    }

    private static long[] months(List<EventRow> events, String measure) {
        long[] months = new long[MONTHS];
        events.stream()
                .filter(event -> event.measure().equals(measure))
                .forEach(event -> months[event.month() - 1] += event.number());
        return months;
    }

    private static Optional<Long> whole(List<EventRow> events, String measure) {
        return events.stream()
                .filter(event -> event.measure().equals(measure))
                .map(EventRow::number)
                .findFirst();
    }

    /** Quarters are hidden first; the months of a quarter that is shown are a table of their own. */
    private static List<List<Count>> calendar(boolean few, long... months) {
        long[] quarters = IntStream.range(0, MONTHS / QUARTER)
                .mapToLong(quarter -> IntStream.range(0, QUARTER)
                        .mapToLong(month -> months[quarter * QUARTER + month])
                        .sum())
                .toArray();
        boolean[] hidden = Suppression.hidden(quarters);
        if (few) {
            Arrays.fill(hidden, true);
        }
        List<List<Count>> calendar = new ArrayList<>();
        for (int quarter = 0; quarter < quarters.length; quarter++) {
            long[] own = Arrays.copyOfRange(months, quarter * QUARTER, (quarter + 1) * QUARTER);
            boolean[] within = Suppression.hidden(own);
            List<Count> counts = new ArrayList<>(List.of(Count.of(quarters[quarter], hidden[quarter])));
            for (int month = 0; month < QUARTER; month++) {
                counts.add(Count.of(own[month], hidden[quarter] || within[month]));
            }
            calendar.add(counts);
        }
        return calendar;
    }

    private static List<Figures.Quarter> quarters(List<List<Count>> offered, List<List<Count>> accepted) {
        return IntStream.range(0, MONTHS / QUARTER)
                .mapToObj(quarter -> new Figures.Quarter(
                        quarter + 1,
                        offered.get(quarter).get(0),
                        accepted.get(quarter).get(0),
                        IntStream.rangeClosed(1, QUARTER)
                                .mapToObj(month -> new Figures.Month(
                                        quarter * QUARTER + month,
                                        offered.get(quarter).get(month),
                                        accepted.get(quarter).get(month)))
                                .toList()))
                .toList();
    }
}
