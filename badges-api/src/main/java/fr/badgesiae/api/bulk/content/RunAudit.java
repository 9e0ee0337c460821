package fr.badgesiae.api.bulk.content;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
public enum RunAudit implements AuditCode {
    /** Beside the line of each offer. */
    AWARD_RUN_STARTED,
    /** Before everybody had an offer; going on is a start. */
    AWARD_RUN_STOPPED,
    /** Of a run that had started; its offers stay. */
    AWARD_RUN_DISCARDED
}
