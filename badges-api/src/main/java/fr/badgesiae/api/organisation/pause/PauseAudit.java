package fr.badgesiae.api.organisation.pause;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of pauses; their names are stored and never change. */
public enum PauseAudit implements AuditCode {
    ORGANISATION_PAUSED,
    ORGANISATION_RESUMED
}
