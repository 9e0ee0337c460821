package fr.badgesiae.api.statuslist;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
enum StatusListAudit implements AuditCode {
    STATUS_LIST_PUBLISHED
}
