package fr.badgesiae.api.reopening;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
enum ReopeningAudit implements AuditCode {
    ACCESS_REOPENING_MADE,
    ACCESS_REOPENING_PRINTED,
    ACCESS_REOPENING_CANCELLED,
    ACCESS_REOPENING_LOCKED,
    ACCESS_REOPENED,
    ACCESS_REOPENING_REVIEWED
}
