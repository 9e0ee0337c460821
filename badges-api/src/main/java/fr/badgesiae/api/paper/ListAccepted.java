package fr.badgesiae.api.paper;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the badges in force that a person accepted from an organisation, and the dates of their last pathway there. */
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
     * @param startsOn first day of the last pathway; null without a pathway
     * @param endsOn its last day; null without a known end
     * @param documents the signed JSON of each badge as it was accepted, the oldest first
     */
    record Accepted(
            Person person,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            List<String> documents) {}

    /**
     * @param taken whether they leave on paper, which is written down
     * @throws ProblemException NOT_FOUND for a person of another organisation
     */
    Accepted apply(Principal by, PersonId id, boolean taken) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            Accepted accepted = read(handle, by, id);
            if (taken && !accepted.documents().isEmpty()) {
                Actor actor = Actor.account(by.account());
                platform.audit()
                        .record(
                                handle,
                                new AuditEvent(by.organisation(), actor, PaperAudit.ATTESTATION_WRITTEN, id.value()));
            }
            return accepted;
        });
    }

    private Accepted read(Handle handle, Principal by, PersonId id) {
        UUID organisation = by.organisation().value();
        Person person = people.find(handle, by.organisation(), id).orElseThrow(ProblemException::notFound);
        AttestationDao dao = handle.attach(AttestationDao.class);
        List<String> documents = dao.accepted(id.value(), organisation, MOST);
        return dao.pathway(id.value(), organisation)
                .map(pathway -> new Accepted(person, pathway.startsOn(), pathway.endsOn(), documents))
                .orElseGet(() -> new Accepted(person, null, null, documents));
    }
}
