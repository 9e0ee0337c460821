package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.UUID;

/** Creates a worker with a new random subject id. */
public final class CreatePerson {
    private final Platform platform;

    public CreatePerson(Platform platform) {
        this.platform = platform;
    }

    /** @param names checked before */
    public PersonId apply(Principal by, PersonForm names) {
        UUID id = platform.ids().uuid();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            handle.attach(PersonDao.class)
                    .insert(
                            id,
                            by.organisation().value(),
                            names.firstName(),
                            names.lastName(),
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
