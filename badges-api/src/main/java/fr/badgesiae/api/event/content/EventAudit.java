package fr.badgesiae.api.event.content;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of events; their names are stored and never change. */
public enum EventAudit implements AuditCode {
    EVENT_PLANNED,
    EVENT_CHANGED,
    EVENT_ENDED,
    EVENT_REOPENED,
    EVENT_ENTRIES_KEPT,
    EVENT_ENTRIES_REFUSED
}
