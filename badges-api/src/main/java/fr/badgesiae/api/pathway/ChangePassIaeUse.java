package fr.badgesiae.api.pathway;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;
import java.util.UUID;

/** Has an organisation ask for numbers of PASS IAE, or not. Doing it twice changes nothing. */
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
                PathwayAudit code = asks ? PathwayAudit.PASS_IAE_ASKED : PathwayAudit.PASS_IAE_NOT_ASKED;
                platform.audit()
                        .record(handle, new AuditEvent(by.organisation(), Actor.account(by.account()), code, here));
            }
            return rows;
        });
    }
}
