package fr.badgesiae.api.person.contact;

import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;

/** Reads a person's contacts: as hints, or in clear with an audit line that names the reader. */
public final class ShowContact {
    private final Platform platform;
    private final StoredContact stored;

    ShowContact(Platform platform) {
        this.platform = platform;
        this.stored = new StoredContact(new SealContact(platform.vault()));
    }

    /** @param revision the one that saving replaces; 0 before there are contacts */
    public record Shown(Person person, Contact contact, int revision) {}

    /**
     * Both as hints unless they are revealed.
     *
     * @throws ProblemException NOT_FOUND for a person of another organisation, or when there is nothing to reveal
     */
    Shown apply(Principal reader, PersonId id, boolean reveal) {
        return platform.database().inOrganisation(reader.organisation(), handle -> {
            Shown shown = stored.read(handle, reader.organisation(), id);
            if (!reveal) {
                return new Shown(shown.person(), shown.contact().masked(), shown.revision());
            }
            if (shown.contact().isEmpty()) {
                throw ProblemException.notFound();
            }
            Actor actor = Actor.account(reader.account());
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    reader.organisation(), actor, ContactAudit.PERSON_CONTACT_REVEALED, id.value()));
            return shown;
        });
    }
}
