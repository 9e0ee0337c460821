package fr.badgesiae.api.journal;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.db.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

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
     * @param members to filter by: names by id
     * @param person the name of the person of the filter, unless they are unknown here or erased
     */
    record Found(
            List<JournalLine> lines, Optional<Position> next, Map<String, String> members, Optional<String> person) {}

    Found apply(Principal reader, JournalFilter filter, Position after) {
        UUID here = reader.organisation().value();
        boolean network = reader.may(Permission.NETWORK);
        return database.inOrganisation(reader.organisation(), handle -> {
            List<JournalDao.LineRow> rows = rows(handle, reader, filter, after);
            List<JournalDao.NameRow> names = handle.attach(JournalDao.class)
                    .names(here, filter.person().map(PersonId::value).orElse(null));
            List<JournalLine> lines = rows.stream()
                    .limit(size)
                    .map(row -> JournalLine.of(row, reader.organisation(), network))
                    .toList();
            return new Found(lines, next(rows), members(names), person(names));
        });
    }

    private List<JournalDao.LineRow> rows(Handle handle, Principal reader, JournalFilter filter, Position after) {
        UUID here = reader.organisation().value();
        FrenchZone zone = reader.zone();
        JournalDao dao = handle.attach(JournalDao.class);
        String[] codes = Act.shown(filter.kind());
        UUID member = filter.member().map(AccountId::value).orElse(null);
        String condition = member == null ? "" : JournalDao.BY_MEMBER;
        return filter.person()
                .map(person -> dao.about(
                        condition,
                        here,
                        person.value(),
                        codes,
                        member,
                        filter.start(zone),
                        filter.end(zone),
                        after.at(),
                        after.id(),
                        size + 1))
                .orElseGet(() -> dao.latest(
                        condition,
                        here,
                        codes,
                        member,
                        filter.start(zone),
                        filter.end(zone),
                        after.at(),
                        after.id(),
                        size + 1));
    }

    private Optional<Position> next(List<JournalDao.LineRow> rows) {
        if (rows.size() <= size) {
            return Optional.empty();
        }
        JournalDao.LineRow last = rows.get(size - 1);
        return Optional.of(new Position(last.createdAt(), last.id()));
    }

    private static Map<String, String> members(List<JournalDao.NameRow> names) {
        return names.stream()
                .filter(JournalDao.NameRow::member)
                .collect(Collectors.toMap(
                        name -> name.id().toString(),
                        JournalDao.NameRow::name,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static Optional<String> person(List<JournalDao.NameRow> names) {
        return names.stream()
                .filter(name -> !name.member())
                .map(JournalDao.NameRow::name)
                .findFirst();
    }
}
