package fr.badgesiae.api.edition.pause;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of pauses; their names are stored and never change. The subject is the badge as it was accepted. */
public enum PauseAudit implements AuditCode {
    CREDENTIAL_PAUSED,
    CREDENTIAL_RESUMED
}
