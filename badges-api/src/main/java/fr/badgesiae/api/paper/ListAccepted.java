package fr.badgesiae.api.paper;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the badges in force that a person accepted from an organisation, and the dates of the last pathway that they began there. */
final class ListAccepted {
    /** As many as a verifier reads from one PDF. */
    static final int MOST = 40;

    private final Platform platform;
    private final People people;

    ListAccepted(Platform platform, People people) {
        this.platform = platform;
        this.people = people;
    }

    /**
     * What an attestation is made of.
     *
     * @param startsOn first day of the last pathway that has begun; null without one
     * @param endsOn its last day; null without a known end
     * @param documents the signed JSON of each badge as it was accepted, the oldest first: the last {@value #MOST}
     * @param more whether there are older ones
     */
    record Accepted(
            Person person,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            List<String> documents,
            boolean more) {}

    /** @throws ProblemException NOT_FOUND for a person of another organisation */
    Accepted apply(Principal by, PersonId id) {
        return platform.database().inOrganisation(by.organisation(), handle -> read(handle, by, id));
    }

    private Accepted read(Handle handle, Principal by, PersonId id) {
        UUID organisation = by.organisation().value();
        Person person = people.find(handle, by.organisation(), id).orElseThrow(ProblemException::notFound);
        Instant now = platform.clock().instant();
        List<AttestationDao.AcceptedRow> rows = handle.attach(AttestationDao.class)
                .accepted(id.value(), organisation, by.zone().day(now), now, MOST + 1);
        List<String> documents = new ArrayList<>(rows.stream()
                .flatMap(row -> Stream.ofNullable(row.document()))
                .limit(MOST)
                .toList());
        Collections.reverse(documents);
        AttestationDao.AcceptedRow first = rows.get(0);
        return new Accepted(person, first.startsOn(), first.endsOn(), documents, rows.size() > MOST);
    }
}
