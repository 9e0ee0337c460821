package fr.badgesiae.api.bulk.ceremony;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
public enum CeremonyAudit implements AuditCode {
    CEREMONY_PLANNED,
    CEREMONY_CHANGED,
    /** Its offers stay. */
    CEREMONY_CANCELLED
}
