package fr.badgesiae.api.platform.audit;

import fr.badgesiae.api.platform.OrganisationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One audit line: ids and a code of a closed list, no personal data.
 *
 * @param organisation the tenant of the act, or null for an act of the platform or of a holder
 * @param actor the author of the act
 * @param code the kind of act
 * @param subject the id of the row concerned
 */
public record AuditEvent(@Nullable OrganisationId organisation, Actor actor, AuditCode code, UUID subject) {
    /** An act outside any organisation. */
    public AuditEvent(Actor actor, AuditCode code, UUID subject) {
        this(null, actor, code, subject);
    }
}
