package fr.badgesiae.api.statistics.network;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.statistics.network.AdoptionDao.AdoptionRow;
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

    /** @param year empty, or one that cannot be: the current one */
    Adoption apply(Principal by, Optional<Integer> year, AdoptionColumn sorted) {
        int now = by.zone().today(platform.clock()).getYear();
        int wanted = year.filter(each -> each >= 2000 && each <= now).orElse(now);
        List<AdoptionRow> rows = platform.database()
                .inOrganisation(
                        by.organisation(),
                        handle -> handle.attach(AdoptionDao.class)
                                .all(
                                        LocalDate.of(wanted, 1, 1),
                                        LocalDate.of(wanted, 12, 31),
                                        platform.clock().instant().minus(ACTIVE)));
        boolean[] hidden =
                Suppression.hidden(rows.stream().mapToLong(AdoptionRow::awards).toArray());
        List<Adoption.Line> lines = IntStream.range(0, hidden.length)
                .mapToObj(row -> line(rows.get(row), hidden[row]))
                .toList();
        return new Adoption(
                wanted,
                rows.stream().filter(AdoptionRow::active).count(),
                rows.stream().mapToLong(AdoptionRow::published).sum(),
                Count.alone(rows.stream().mapToLong(AdoptionRow::awards).sum()),
                sorted.sorted(lines));
    }

    private static Adoption.Line line(AdoptionRow row, boolean hidden) {
        return new Adoption.Line(
                new OrganisationId(row.organisationId()),
                row.name(),
                row.memberSinceOn(),
                row.active(),
                Optional.ofNullable(row.firstAwardOn()),
                Optional.ofNullable(row.lastAwardOn()),
                row.published(),
                Count.of(row.awards(), hidden));
    }
}
