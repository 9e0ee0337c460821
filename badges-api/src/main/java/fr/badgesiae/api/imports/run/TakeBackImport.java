package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.ImportId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;

/** Takes back the people whom an import added, within an hour. Those of whom anything was written since stay. */
public final class TakeBackImport {
    private final Platform platform;

    TakeBackImport(Platform platform) {
        this.platform = platform;
    }

    /**
     * Takes them back.
     *
     * @return whether it was still time
     * @throws ProblemException NOT_FOUND for an import of another organisation
     */
    public boolean apply(Principal by, ImportId id) {
        Instant now = platform.clock().instant();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            if (Imports.lock(handle, by.organisation(), id).takeBackUntil(now) == null) {
                return false;
            }
            ImportDao dao = handle.attach(ImportDao.class);
            dao.takeBack(id.value(), now);
            dao.takenBack(id.value(), by.organisation().value(), now);
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(),
                                    Actor.account(by.account()),
                                    ImportAudit.PEOPLE_IMPORT_TAKEN_BACK,
                                    id.value()));
            return true;
        });
    }
}
