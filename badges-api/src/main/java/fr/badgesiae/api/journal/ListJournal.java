package fr.badgesiae.api.journal;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.db.Database;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Lists the journal of an organisation, newest first, a page at a time; a network's with its acts on its organisations. */
public final class ListJournal {
    private final Database database;
    private final int size;

    /** @param size lines a page */
    ListJournal(Database database, int size) {
        this.database = database;
        this.size = size;
    }

    /**
     * A page.
     *
     * @param next where the next page begins
     */
    record Found(List<JournalLine> lines, Optional<Position> next, Names names) {}

    /**
     * What a page names beside its lines.
     *
     * @param members to filter by: names by id
     * @param badges to filter by: names by id
     * @param person the name of the person of the filter; null without one, or when they are unknown here or erased
     * @param seal null before the first head
     */
    public record Names(
            Map<String, String> members,
            Map<String, String> badges,
            @Nullable String person,
            @Nullable Seal seal) {}

    /**
     * The latest head of the organisation's lines.
     *
     * @param digest in hexadecimal digits
     */
    public record Seal(Instant at, String digest) {}

    Found apply(Principal reader, JournalFilter filter, Position after) {
        UUID here = reader.organisation().value();
        boolean network = reader.may(Permission.NETWORK);
        return database.inOrganisation(reader.organisation(), handle -> {
            List<JournalDao.LineRow> rows = rows(handle, reader, filter, after);
            List<JournalDao.NameRow> names = handle.attach(JournalDao.class)
                    .names(here, filter.person().map(PersonId::value).orElse(null));
            List<JournalLine> lines = rows.stream()
                    .limit(size)
                    .map(row -> JournalLine.of(row, reader.organisation(), network, reader.may(Permission.MEMBERS)))
                    .toList();
            return new Found(lines, next(rows), names(names));
        });
    }

    private List<JournalDao.LineRow> rows(Handle handle, Principal reader, JournalFilter filter, Position after) {
        UUID here = reader.organisation().value();
        FrenchZone zone = reader.zone();
        JournalDao dao = handle.attach(JournalDao.class);
        String[] codes = Act.shown(filter.kind());
        UUID member = filter.member().map(AccountId::value).orElse(null);
        String condition = member == null ? "" : JournalDao.BY_MEMBER;
        Instant from = filter.start(zone);
        Instant until = filter.end(zone);
        if (filter.person().isEmpty() && filter.badge().isEmpty()) {
            return dao.latest(condition, here, codes, member, from, until, after.at(), after.id(), size + 1);
        }
        return dao.about(
                filter.badge().isPresent() ? JournalDao.OF_BADGE : JournalDao.OF_PERSON,
                condition,
                here,
                filter.person().map(PersonId::value).orElse(null),
                filter.badge().orElse(null),
                codes,
                member,
                from,
                until,
                after.at(),
                after.id(),
                size + 1);
    }

    private Optional<Position> next(List<JournalDao.LineRow> rows) {
        if (rows.size() <= size) {
            return Optional.empty();
        }
        JournalDao.LineRow last = rows.get(size - 1);
        return Optional.of(new Position(last.createdAt(), last.id()));
    }

    private static Names names(List<JournalDao.NameRow> rows) {
        return new Names(
                choices(rows, "MEMBER"),
                choices(rows, "BADGE"),
                of(rows, "PERSON").map(JournalDao.NameRow::name).findFirst().orElse(null),
                of(rows, "SEAL")
                        .map(row -> new Seal(Objects.requireNonNull(row.at()), row.name()))
                        .findFirst()
                        .orElse(null));
    }

    private static Map<String, String> choices(List<JournalDao.NameRow> rows, String kind) {
        return of(rows, kind)
                .collect(Collectors.toMap(
                        row -> String.valueOf(row.id()),
                        JournalDao.NameRow::name,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static Stream<JournalDao.NameRow> of(List<JournalDao.NameRow> rows, String kind) {
        return rows.stream().filter(row -> row.kind().equals(kind));
    }
}
