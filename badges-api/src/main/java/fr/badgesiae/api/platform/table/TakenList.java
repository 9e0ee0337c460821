package fr.badgesiae.api.platform.table;

import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;

/** The line of the journal for a list that a member takes away, as a file or on paper. */
final class TakenList {
    private TakenList() {}

    static void record(Platform platform, Principal by, AuditCode code) {
        platform.database().inOrganisation(by.organisation(), handle -> {
            platform.audit()
                    .record(
                            handle,
                            new AuditEvent(
                                    by.organisation(),
                                    Actor.account(by.account()),
                                    code,
                                    by.organisation().value()));
            return code;
        });
    }
}
