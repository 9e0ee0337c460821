package fr.badgesiae.api.person.duplicate;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of duplicates; their names are stored and never change. */
public enum DuplicateAudit implements AuditCode {
    /** About the file that stays. */
    WORKERS_MERGED,
    /** About the other one. */
    WORKER_MERGED_AWAY,
    WORKERS_DISTINCT,
    WORKERS_ALIKE_AGAIN
}
