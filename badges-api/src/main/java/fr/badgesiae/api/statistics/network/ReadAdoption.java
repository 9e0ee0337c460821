package fr.badgesiae.api.statistics.network;

import fr.badgesiae.api.organisation.departement.Departements;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.statistics.network.AdoptionDao.AdoptionRow;
import fr.badgesiae.api.statistics.suppression.ClosedQuarter;
import fr.badgesiae.api.statistics.suppression.Count;
import fr.badgesiae.api.statistics.suppression.Suppression;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads how the organisations of a network use the service: all of them, since what is hidden depends on all. */
final class ReadAdoption {
    static final Duration ACTIVE = Duration.ofDays(30);

    private final Platform platform;

    ReadAdoption(Platform platform) {
        this.platform = platform;
    }

    /** @param year empty, or one that cannot be: the last that is counted */
    Adoption apply(Principal by, Optional<Integer> year, AdoptionColumn sorted) {
        LocalDate closed = ClosedQuarter.lastDay(by.zone().today(platform.clock()));
        int now = closed.getYear();
        int wanted = year.filter(each -> each >= 2000 && each <= now).orElse(now);
        LocalDate last = wanted == now ? closed : LocalDate.of(wanted, 12, 31);
        List<AdoptionRow> rows = platform.database()
                .inOrganisation(
                        by.organisation(),
                        handle -> handle.attach(AdoptionDao.class)
                                .all(
                                        LocalDate.of(wanted, 1, 1),
                                        last,
                                        closed,
                                        platform.clock().instant().minus(ACTIVE)));
        boolean[] hidden = Suppression.hidden(rows.stream()
                .map(row -> new long[] {row.people(), row.awards()})
                .toList());
        long awards = rows.stream().mapToLong(AdoptionRow::awards).sum();
        long people = rows.stream().mapToLong(AdoptionRow::people).sum();
        List<Adoption.Line> lines = IntStream.range(0, hidden.length)
                .mapToObj(row -> line(rows.get(row), hidden[row]))
                .toList();
        return new Adoption(
                wanted,
                last,
                rows.stream().filter(AdoptionRow::active).count(),
                rows.stream().mapToLong(AdoptionRow::published).sum(),
                Count.of(awards, Suppression.small(people) || Suppression.small(awards)),
                sorted.sorted(lines));
    }

    private static Adoption.Line line(AdoptionRow row, boolean hidden) {
        return new Adoption.Line(
                new OrganisationId(row.organisationId()),
                row.name(),
                Departements.read(row.departements()),
                row.memberSinceOn(),
                row.active(),
                Optional.ofNullable(row.firstAwardYear()),
                Optional.ofNullable(row.lastAwardYear()),
                row.published(),
                Count.of(row.awards(), hidden));
    }
}
