package fr.badgesiae.api.person.duplicate;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.UUID;

/** Two files, in the order of their ids as the database has it. */
public record Pair(PersonId first, PersonId second) {
    /** @throws ProblemException NOT_FOUND for one file alone */
    public static Pair of(PersonId one, PersonId other) {
        // UUID.compareTo is signed; text is compared as PostgreSQL compares.
        int order = one.toString().compareTo(other.toString());
        if (order == 0) {
            throw ProblemException.notFound();
        }
        return order < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    /** The page that compares both. */
    public String path() {
        return "/app/people/duplicates/" + first + "/" + second;
    }

    UUID firstId() {
        return first.value();
    }

    UUID secondId() {
        return second.value();
    }
}
