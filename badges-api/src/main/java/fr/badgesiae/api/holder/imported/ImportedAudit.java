package fr.badgesiae.api.holder.imported;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of badges from elsewhere; their names are stored and never change. */
public enum ImportedAudit implements AuditCode {
    IMPORTED_BADGE_KEPT,
    IMPORTED_BADGE_REPLACED,
    IMPORTED_BADGE_REMOVED
}
