package fr.badgesiae.api.person.contact;

import fr.badgesiae.api.person.People;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes down how to reach a person, or removes it. Nothing is sent to these contacts. */
public final class ChangeContact {
    private final Platform platform;
    private final People people = new People();
    private final StoredContact contacts;
    private final SealContact seal;

    ChangeContact(Platform platform) {
        this.platform = platform;
        this.seal = new SealContact(platform.vault());
        this.contacts = new StoredContact(seal);
    }

    /** What came of it. */
    enum Outcome {
        SAVED,
        /** A concurrent request saved other contacts; nothing was changed. */
        SAVED_SINCE
    }

    /**
     * @param form without errors
     * @param revision the one that was read
     * @throws ProblemException NOT_FOUND for a person of another organisation
     */
    Outcome apply(Principal by, PersonId person, int revision, ContactForm form) {
        Errors errors = form.check();
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("a form with errors");
        }
        return platform.database().inOrganisation(by.organisation(), handle -> {
            people.require(handle, by.organisation(), person);
            Contact stored = contacts.read(handle, by.organisation(), person).contact();
            Contact wanted = form.over(stored);
            if (wanted.equals(stored)) {
                return Outcome.SAVED;
            }
            if (write(handle, by, person, revision, wanted) == 0) {
                return Outcome.SAVED_SINCE;
            }
            Actor actor = Actor.account(by.account());
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(), actor, ContactAudit.PERSON_CONTACT_CHANGED, person.value()));
            return Outcome.SAVED;
        });
    }

    private int write(Handle handle, Principal by, PersonId person, int revision, Contact wanted) {
        ContactDao dao = handle.attach(ContactDao.class);
        UUID here = by.organisation().value();
        Instant now = platform.clock().instant();
        Optional<UUID> row = dao.find(person.value(), here).map(ContactDao.ContactRow::id);
        UUID id = row.orElseGet(platform.ids()::uuid);
        byte[] email = seal.email(by.organisation(), id, wanted.email());
        byte[] phone = seal.phone(by.organisation(), id, wanted.phone());
        return row.isPresent()
                ? dao.update(id, here, revision, email, phone, now)
                : dao.insert(id, here, person.value(), email, phone, now);
    }
}
