package fr.badgesiae.api.paper;

import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.auth.Principal;

/** Writes down that an attestation was made. */
final class RecordAttestation {
    private final Platform platform;

    RecordAttestation(Platform platform) {
        this.platform = platform;
    }

    void apply(Principal by, PersonId id) {
        AuditEvent made = new AuditEvent(
                by.organisation(), Actor.account(by.account()), PaperAudit.ATTESTATION_WRITTEN, id.value());
        platform.database().inOrganisation(by.organisation(), handle -> {
            platform.audit().record(handle, made);
            return made;
        });
    }
}
