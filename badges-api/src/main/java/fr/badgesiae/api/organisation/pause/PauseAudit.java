package fr.badgesiae.api.organisation.pause;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of pauses; their names are stored and never change. */
public enum PauseAudit implements AuditCode {
    PAUSE_ASKED,
    PAUSE_WITHDRAWN,
    ORGANISATION_PAUSED,
    ORGANISATION_PAUSED_BY_OPERATOR,
    ORGANISATION_RESUMED
}
