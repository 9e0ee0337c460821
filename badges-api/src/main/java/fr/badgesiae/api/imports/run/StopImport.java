package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.ImportId;
import fr.badgesiae.api.imports.content.ImportState;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;

/** Stops an import that goes on. Whom it added stays, and can be taken back. */
public final class StopImport {
    private final Platform platform;

    StopImport(Platform platform) {
        this.platform = platform;
    }

    /** @throws ProblemException NOT_FOUND for an import of another organisation */
    public void apply(Principal by, ImportId id) {
        Instant now = platform.clock().instant();
        platform.database().inOrganisation(by.organisation(), handle -> {
            if (Imports.lock(handle, by.organisation(), id).state() == ImportState.STARTED) {
                handle.attach(LineDao.class).leave(id.value(), by.organisation().value(), now);
                handle.attach(ImportDao.class).end(id.value(), by.organisation().value(), ImportState.STOPPED, now);
                platform.audit()
                        .record(
                                handle,
                                new AuditEvent(
                                        by.organisation(),
                                        Actor.account(by.account()),
                                        ImportAudit.PEOPLE_IMPORT_STOPPED,
                                        id.value()));
            }
            return id;
        });
    }
}
