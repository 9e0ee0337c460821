package fr.badgesiae.api.person;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
public enum PersonAudit implements AuditCode {
    WORKER_CREATED,
    WORKER_CHANGED,
    WORKER_KIND_CHANGED,
    NOTICE_GIVEN
}
