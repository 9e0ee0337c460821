package fr.badgesiae.api.journal;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
enum JournalAudit implements AuditCode {
    JOURNAL_TAKEN
}
