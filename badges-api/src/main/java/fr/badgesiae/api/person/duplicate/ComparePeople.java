package fr.badgesiae.api.person.duplicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads two files side by side: their fields, and what each would give to the other. */
public final class ComparePeople {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Supplier<List<MergedTable>> tables;

    /** @param tables of all features */
    ComparePeople(Database database, Supplier<List<MergedTable>> tables) {
        this.database = database;
        this.tables = tables;
    }

    /**
     * One of the two.
     *
     * @param space whether the person has a space
     * @param counts what is written about the person, by its word; without what there is none of
     */
    public record Compared(
            PersonId id,
            String firstName,
            String lastName,
            PersonKind kind,
            int revision,
            boolean space,
            @Nullable LocalDate noticeGivenOn,
            @Nullable LocalDate contractEndedOn,
            Instant created,
            Map<String, Integer> counts) {
        public String name() {
            return Person.fullName(firstName, lastName);
        }
    }

    /** Who said that they are two people, and when. */
    public record Decided(String by, Instant at) {}

    /**
     * Both, the older file first.
     *
     * @param twoSpaces whether each has a space of their own, so that they cannot be merged
     */
    public record Both(Pair pair, Compared older, Compared newer, boolean twoSpaces, Optional<Decided> decided) {}

    /** @throws ProblemException NOT_FOUND unless both are files of the organisation */
    Both apply(OrganisationId organisation, Pair pair) {
        String counts = tables.get().stream()
                .filter(table -> table.counted() != null)
                .map(table -> "'" + table.counted() + "', (SELECT count(*) FROM " + table.table()
                        + " t WHERE t.worker_id = w.id AND t.organisation_id = w.organisation_id)")
                .collect(Collectors.joining(", "));
        return database.inOrganisation(organisation, handle -> {
            DuplicateDao dao = handle.attach(DuplicateDao.class);
            List<DuplicateDao.FileRow> files = dao.files(counts, organisation.value(), pair.firstId(), pair.secondId());
            if (files.size() != 2) {
                throw ProblemException.notFound();
            }
            Optional<Decided> decided = dao.decided(organisation.value(), pair.firstId(), pair.secondId())
                    .map(row -> new Decided(row.name(), row.createdAt()));
            return new Both(pair, read(files.get(0)), read(files.get(1)), twoSpaces(files), decided);
        });
    }

    static boolean twoSpaces(List<DuplicateDao.FileRow> files) {
        return files.stream()
                        .map(DuplicateDao.FileRow::holderId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                > 1;
    }

    private static Compared read(DuplicateDao.FileRow row) {
        return new Compared(
                new PersonId(row.id()),
                row.firstName(),
                row.lastName(),
                row.kind(),
                row.revision(),
                row.holderId() != null,
                row.noticeGivenOn(),
                row.contractEndedOn(),
                row.createdAt(),
                counts(row.counts()));
    }

    private static Map<String, Integer> counts(String stored) {
        try {
            Map<String, Integer> counts =
                    JSON.readValue(stored, new TypeReference<LinkedHashMap<String, Integer>>() {});
            counts.values().removeIf(count -> count == 0);
            return counts;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database answered no JSON", impossible);
        }
    }
}
