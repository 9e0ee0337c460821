package fr.badgesiae.api.paper;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
public enum PaperAudit implements AuditCode {
    ATTESTATION_WRITTEN
}
