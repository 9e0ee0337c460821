package fr.badgesiae.api.person;

import fr.badgesiae.api.person.part.PersonHistory;
import fr.badgesiae.api.person.space.SpaceState;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows one worker, how they get into their space, and what was done about them. */
final class ShowPerson {
    private static final int LINES = 5;

    private final Database database;
    private final SpaceStates states;
    private final Supplier<Optional<PersonHistory>> history;

    ShowPerson(Database database, SpaceStates states, Supplier<Optional<PersonHistory>> history) {
        this.database = database;
        this.states = states;
        this.history = history;
    }

    /**
     * A worker and the state of their space.
     *
     * @param heldOn the day since which a dispute keeps the file from erasure, or null
     * @param done the latest acts that the reader may know of, newest first
     */
    record Shown(Person person, SpaceState space, @Nullable LocalDate heldOn, List<PersonHistory.Line> done) {}

    /** @throws ProblemException NOT_FOUND */
    Shown apply(Principal reader, PersonId id) {
        OrganisationId organisation = reader.organisation();
        Optional<PersonHistory> known = history.get();
        String[] codes = known.map(found -> found.codes(reader)).orElse(new String[0]);
        return database.inOrganisation(organisation, handle -> {
            PersonDao.ShownRow row = handle.attach(PersonDao.class)
                    .shown(id.value(), organisation.value(), codes, LINES)
                    .orElseThrow(ProblemException::notFound);
            Person person = People.read(row.person());
            List<PersonHistory.Line> done = Optional.ofNullable(row.lines())
                    .flatMap(lines -> known.map(found -> found.read(organisation, lines)))
                    .orElse(List.of());
            return new Shown(person, states.of(handle, person), row.heldOn(), done);
        });
    }
}
