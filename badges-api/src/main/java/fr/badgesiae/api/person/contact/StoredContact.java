package fr.badgesiae.api.person.contact;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A person's contacts in clear, in the caller's transaction. */
final class StoredContact {
    private final People people = new People();
    private final SealContact seal;

    StoredContact(SealContact seal) {
        this.seal = seal;
    }

    /** @throws ProblemException NOT_FOUND for a person of another organisation */
    ShowContact.Shown read(Handle handle, OrganisationId organisation, PersonId id) {
        Person person = people.find(handle, organisation, id).orElseThrow(ProblemException::notFound);
        Optional<ContactDao.ContactRow> row = handle.attach(ContactDao.class).find(id.value(), organisation.value());
        return new ShowContact.Shown(
                person,
                row.map(found -> seal.open(organisation, found.id(), found.email(), found.phone()))
                        .orElse(Contact.NONE),
                row.map(ContactDao.ContactRow::revision).orElse(0));
    }
}
