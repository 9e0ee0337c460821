package fr.badgesiae.api.journal;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.FrenchZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which lines of the journal are shown; all, but for single uses of keys, when empty.
 *
 * @param badge an achievement
 * @param from the first day
 * @param until the last day
 */
public record JournalFilter(
        Optional<ActKind> kind,
        Optional<AccountId> member,
        Optional<PersonId> person,
        Optional<UUID> badge,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    /**
     * The first instant that is shown.
     *
     * @param zone where the days begin
     */
    Instant start(FrenchZone zone) {
        return from.map(day -> begin(day, zone)).orElse(FIRST);
    }

    /** The first instant that is no longer shown. */
    Instant end(FrenchZone zone) {
        return until.map(day -> begin(day.plusDays(1), zone)).orElse(LAST);
    }

    private static Instant begin(LocalDate day, FrenchZone zone) {
        return day.atStartOfDay(zone.zone()).toInstant();
    }

    boolean isEmpty() {
        return query().isEmpty();
    }

    /** The query of its address, without a question mark. */
    String query() {
        return Stream.of(
                        kind.map(only -> "kind=" + only.word()),
                        member.map(id -> "member=" + id),
                        person.map(id -> "worker=" + id),
                        badge.map(id -> "badge=" + id),
                        from.map(day -> "from=" + day),
                        until.map(day -> "until=" + day))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
    }
}
