package fr.badgesiae.api.person.contact;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads a person's contacts: as hints, or in clear with an audit line that names the reader. */
public final class ShowContact {
    private final Platform platform;
    private final People people = new People();
    private final SealContact seal;

    ShowContact(Platform platform) {
        this.platform = platform;
        this.seal = new SealContact(platform.vault());
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
            Shown shown = read(handle, reader.organisation(), id);
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

    /** In clear, in the caller's transaction. */
    Shown read(Handle handle, OrganisationId organisation, PersonId id) {
        Person person = people.find(handle, organisation, id).orElseThrow(ProblemException::notFound);
        Optional<ContactDao.ContactRow> row = handle.attach(ContactDao.class).find(id.value(), organisation.value());
        return new Shown(
                person,
                row.map(found -> seal.open(organisation, found.id(), found.email(), found.phone()))
                        .orElse(Contact.NONE),
                row.map(ContactDao.ContactRow::revision).orElse(0));
    }
}
