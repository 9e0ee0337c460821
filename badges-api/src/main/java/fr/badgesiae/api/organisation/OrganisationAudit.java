package fr.badgesiae.api.organisation;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of organisations; their names are stored and never change. */
enum OrganisationAudit implements AuditCode {
    ORGANISATION_CREATED,
    ORGANISATION_CHANGED
}
