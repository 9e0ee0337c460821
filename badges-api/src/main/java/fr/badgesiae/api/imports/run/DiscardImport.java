package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.imports.content.ImportId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Instant;

/** Forgets an import before its time. Whom it added stays. */
public final class DiscardImport {
    private final Platform platform;

    DiscardImport(Platform platform) {
        this.platform = platform;
    }

    /**
     * Forgets it.
     *
     * @return false while whom it added can be taken back; nothing is written then
     * @throws ProblemException NOT_FOUND for an import of another organisation, and while it goes on
     */
    public boolean apply(OrganisationId organisation, ImportId id) {
        return platform.database().inOrganisation(organisation, handle -> {
            Instant now = platform.clock().instant();
            if (Imports.lock(handle, organisation, id).takeBackUntil(now) != null) {
                return false;
            }
            if (handle.attach(ImportDao.class).delete(id.value(), organisation.value()) == 0) {
                throw ProblemException.notFound();
            }
            return true;
        });
    }
}
