package fr.badgesiae.api.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.api.person.part.PersonHistory;
import fr.badgesiae.api.person.part.PersonPart;
import fr.badgesiae.api.person.space.SpaceState;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Shows one person: what features know of them, how they get into their space, what was done about them. */
public final class ShowPerson {
    private static final int LINES = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final People people = new People();
    private final Clock clock;
    private final SpaceStates states;
    private final Supplier<Optional<PersonHistory>> history;
    private final Supplier<List<PersonPart>> parts;

    ShowPerson(
            Database database,
            Clock clock,
            SpaceStates states,
            Supplier<Optional<PersonHistory>> history,
            Supplier<List<PersonPart>> parts) {
        this.database = database;
        this.clock = clock;
        this.states = states;
        this.history = history;
        this.parts = parts;
    }

    /**
     * What another feature knows of the person.
     *
     * @param more whether there are more than these lines
     * @param all the path of the page with all of them
     */
    public record Part(PersonPart.Kind kind, List<PersonPart.Line> lines, boolean more, String all) {}

    /**
     * A worker and the state of their space.
     *
     * @param heldOn the day since which a dispute keeps the file from erasure, or null
     * @param alike another file of nearly the same name, or null
     * @param done the latest acts that the reader may know of, newest first
     */
    record Shown(
            Person person,
            SpaceState space,
            @Nullable LocalDate heldOn,
            @Nullable PersonId alike,
            List<Part> parts,
            List<PersonHistory.Line> done) {}

    /** What was found at the address of a person. */
    sealed interface Outcome {}

    record Found(Shown shown) implements Outcome {}

    /** The file that took this one in. */
    record Merged(PersonId into) implements Outcome {}

    /** @throws ProblemException NOT_FOUND */
    Outcome apply(Principal reader, PersonId id) {
        OrganisationId organisation = reader.organisation();
        Optional<PersonHistory> known = history.get();
        String[] codes = known.map(found -> found.codes(reader)).orElse(new String[0]);
        List<PersonPart> open = parts.get().stream()
                .filter(part -> reader.may(part.permission()))
                .sorted(Comparator.comparing(PersonPart::kind))
                .toList();
        String subqueries = open.stream()
                .map(part -> "'" + part.kind() + "', (" + part.sql() + ")")
                .collect(Collectors.joining(", "));
        return database.inOrganisation(organisation, handle -> {
            Optional<PersonDao.ShownRow> found =
                    handle.attach(PersonDao.class).shown(subqueries, id.value(), organisation.value(), codes, LINES);
            if (found.isEmpty()) {
                return people.mergedInto(handle, organisation, id)
                        .map(Merged::new)
                        .orElseThrow(ProblemException::notFound);
            }
            PersonDao.ShownRow row = found.get();
            Person person = People.read(row.person());
            List<PersonHistory.Line> done = Optional.ofNullable(row.lines())
                    .flatMap(lines -> known.map(reads -> reads.read(organisation, lines)))
                    .orElse(List.of());
            PersonId alike = row.alike() == null ? null : new PersonId(row.alike());
            return new Found(new Shown(
                    person, states.of(handle, person), row.heldOn(), alike, read(open, person, row.parts()), done));
        });
    }

    private List<Part> read(List<PersonPart> open, Person person, String stored) {
        try {
            JsonNode rows = JSON.readTree(stored);
            return open.stream()
                    .map(part -> read(
                            part, person.id().value(), rows.path(part.kind().name())))
                    .toList();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database answered no JSON", impossible);
        }
    }

    /** @param rows an array, or null without any */
    private Part read(PersonPart part, UUID person, JsonNode rows) {
        List<PersonPart.Line> lines = StreamSupport.stream(rows.spliterator(), false)
                .limit(PersonPart.MOST)
                .map(row -> part.line(person, row, clock.instant()))
                .toList();
        return new Part(part.kind(), lines, rows.size() > PersonPart.MOST, part.all(person));
    }
}
