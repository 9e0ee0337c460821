package fr.badgesiae.api.platform.audit;

import fr.badgesiae.api.platform.OrganisationId;
import java.util.UUID;

/**
 * One audit line: ids and a code of a closed list, no personal data.
 *
 * @param organisation the tenant of the act, or null for an act of the platform
 * @param actor the author of the act
 * @param code the kind of act
 * @param subject the id of the row concerned, or null
 */
public record AuditEvent(OrganisationId organisation, Actor actor, AuditCode code, UUID subject) {}
