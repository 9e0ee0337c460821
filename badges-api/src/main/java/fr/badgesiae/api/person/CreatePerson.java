package fr.badgesiae.api.person;

import fr.badgesiae.api.person.content.PersonKind;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.UUID;

/** Creates a person of a kind, with a new random subject id. */
public final class CreatePerson {
    private final Platform platform;

    public CreatePerson(Platform platform) {
        this.platform = platform;
    }

    /** @param form checked before; without a kind, a worker */
    public PersonId apply(Principal by, PersonForm form) {
        UUID id = platform.ids().uuid();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            handle.attach(PersonDao.class)
                    .insert(
                            id,
                            by.organisation().value(),
                            form.firstName(),
                            form.lastName(),
                            form.kind() == null ? PersonKind.WORKER : form.kind(),
                            platform.ids().uuid(),
                            platform.clock().instant());
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(), Actor.account(by.account()), PersonAudit.WORKER_CREATED, id));
            return new PersonId(id);
        });
    }
}
