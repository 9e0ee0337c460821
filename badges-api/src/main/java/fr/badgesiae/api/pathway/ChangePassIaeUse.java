package fr.badgesiae.api.pathway;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Has an organisation ask for numbers of PASS IAE, or not; and removes those that it held before. Doing either twice changes nothing. */
public final class ChangePassIaeUse {
    private final Platform platform;

    ChangePassIaeUse(Platform platform) {
        this.platform = platform;
    }

    /** The numbers that are held stay until they are removed. */
    public void apply(Principal by, boolean asks) {
        UUID here = by.organisation().value();
        platform.database().inOrganisation(by.organisation(), handle -> {
            int rows = handle.attach(PathwayDao.class)
                    .askPassIae(here, asks, platform.clock().instant());
            if (rows > 0) {
                record(handle, by, asks ? PathwayAudit.PASS_IAE_ASKED : PathwayAudit.PASS_IAE_NOT_ASKED);
            }
            return rows;
        });
    }

    /**
     * Removes them, for good.
     *
     * @return false while the organisation asks for them; nothing is removed
     */
    boolean remove(Principal by) {
        UUID here = by.organisation().value();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            PathwayDao dao = handle.attach(PathwayDao.class);
            // Nobody starts to ask, and no number comes in, before the transaction ends.
            if (dao.lockPassIaeUse(here)) {
                return false;
            }
            if (dao.removePassesIae(here, platform.clock().instant()) > 0) {
                record(handle, by, PathwayAudit.PASS_IAE_REMOVED);
            }
            return true;
        });
    }

    private void record(Handle handle, Principal by, PathwayAudit code) {
        AuditEvent event = new AuditEvent(
                by.organisation(),
                Actor.account(by.account()),
                code,
                by.organisation().value());
        platform.audit().record(handle, event);
    }
}
