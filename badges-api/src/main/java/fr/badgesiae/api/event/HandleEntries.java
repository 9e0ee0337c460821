package fr.badgesiae.api.event;

import fr.badgesiae.api.event.content.EntryId;
import fr.badgesiae.api.event.content.EntryReason;
import fr.badgesiae.api.event.content.EventAudit;
import fr.badgesiae.api.event.content.EventId;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PersonForm;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.person.many.NewPeople;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Keeps entries, each for a person whom the desk chose, or refuses them. Nothing is offered by that: what an entry says proves
 * nothing. The typed name goes at once.
 */
public final class HandleEntries {
    private final Platform platform;
    private final NewPeople people;
    private final People files = new People();

    HandleEntries(Platform platform, NewPeople people) {
        this.platform = platform;
        this.people = people;
    }

    /** What the desk decides. */
    public sealed interface Decision permits Keep, Refuse {}

    /** @param people by entry; empty for somebody who has no file yet */
    public record Keep(Map<EntryId, Optional<PersonId>> people) implements Decision {
        public Keep {
            people = Map.copyOf(people);
        }
    }

    /** Refuses them. */
    public record Refuse(Set<EntryId> entries, EntryReason reason) implements Decision {}

    /**
     * Handles those that still wait.
     *
     * @return how many
     * @throws ProblemException NOT_FOUND for an event, or a person, of another organisation
     */
    public int apply(Principal by, EventId id, Decision decision) {
        return platform.database().inOrganisation(by.organisation(), handle -> {
            EventDao dao = handle.attach(EventDao.class);
            if (dao.lock(id.value(), by.organisation().value()).isEmpty()) {
                throw ProblemException.notFound();
            }
            int handled = decision instanceof Keep keep
                    ? keep(handle, dao, by, id, keep)
                    : refuse(dao, by, id, (Refuse) decision);
            if (handled > 0) {
                EventAudit code =
                        decision instanceof Keep ? EventAudit.EVENT_ENTRIES_KEPT : EventAudit.EVENT_ENTRIES_REFUSED;
                platform.audit()
                        .record(
                                handle,
                                new AuditEvent(by.organisation(), Actor.account(by.account()), code, id.value()));
            }
            return handled;
        });
    }

    private int keep(Handle handle, EventDao dao, Principal by, EventId id, Keep keep) {
        Instant now = platform.clock().instant();
        UUID organisation = by.organisation().value();
        // Files before what belongs to them, as an erasure locks.
        keep.people().values().stream()
                .flatMap(Optional::stream)
                .map(PersonId::value)
                .distinct()
                .sorted()
                .forEach(person -> files.lock(handle, by.organisation(), new PersonId(person)));
        List<EventDao.WaitingRow> waiting =
                dao.lockWaiting(id.value(), organisation, ids(keep.people().keySet()));
        int handled = 0;
        for (EventDao.WaitingRow row : waiting) {
            Optional<PersonId> chosen = keep.people().getOrDefault(new EntryId(row.id()), Optional.empty());
            PersonId person = chosen.orElseGet(() -> add(handle, by, row));
            if (dao.keep(row.id(), organisation, person.value(), now) == 0) {
                throw ProblemException.notFound();
            }
            handled++;
        }
        return handled;
    }

    /** A card has no name: nobody can be added with it. */
    private PersonId add(Handle handle, Principal by, EventDao.WaitingRow row) {
        if (row.byCard()) {
            throw ProblemException.notFound();
        }
        PersonForm name = new PersonForm(row.firstName(), row.lastName());
        return people.add(handle, by.organisation(), by.account(), List.of(name))
                .get(0);
    }

    private int refuse(EventDao dao, Principal by, EventId id, Refuse refuse) {
        return dao.refuse(
                id.value(),
                by.organisation().value(),
                ids(refuse.entries()),
                refuse.reason(),
                platform.clock().instant());
    }

    private static UUID[] ids(Set<EntryId> entries) {
        return entries.stream().map(EntryId::value).sorted().toArray(UUID[]::new);
    }
}
