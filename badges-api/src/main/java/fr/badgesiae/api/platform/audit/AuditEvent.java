package fr.badgesiae.api.platform.audit;

import fr.badgesiae.api.platform.OrganisationId;
import java.util.UUID;

/**
 * One line of the audit: ids and a closed code, never personal detail.
 *
 * @param organisation whose act it is, or null for the platform's own
 * @param actor who did it
 * @param code what was done
 * @param subject the row it was done to, or null
 */
public record AuditEvent(OrganisationId organisation, Actor actor, AuditCode code, UUID subject) {}
