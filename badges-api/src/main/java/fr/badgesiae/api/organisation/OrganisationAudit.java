package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
public enum OrganisationAudit implements AuditCode {
    ORGANISATION_CREATED,
    ORGANISATION_CHANGED,
    ORGANISATION_PAUSED,
    ORGANISATION_RESUMED
}
