package fr.badgesiae.api.pathway;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.UUID;

/** Removes the PASS IAE numbers that an organisation holds and no longer asks for, for good. Doing it twice changes nothing. */
public final class RemovePassesIae {
    private final Platform platform;

    RemovePassesIae(Platform platform) {
        this.platform = platform;
    }

    /** @return false while the organisation asks for them; nothing is removed */
    public boolean apply(Principal by) {
        UUID here = by.organisation().value();
        return platform.database().inOrganisation(by.organisation(), handle -> {
            PathwayDao dao = handle.attach(PathwayDao.class);
            // Nobody starts to ask, and no number comes in, before the transaction ends.
            if (dao.lockPassIaeUse(here)) {
                return false;
            }
            if (dao.removePassesIae(here, platform.clock().instant()) > 0) {
                AuditEvent removed = new AuditEvent(
                        by.organisation(), Actor.account(by.account()), PathwayAudit.PASS_IAE_REMOVED, here);
                platform.audit().record(handle, removed);
            }
            return true;
        });
    }
}
