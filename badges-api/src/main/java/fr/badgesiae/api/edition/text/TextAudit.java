package fr.badgesiae.api.edition.text;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of corrected texts; their names are stored and never change. */
public enum TextAudit implements AuditCode {
    /** A member said that the meaning stays, and had the badge signed again in the newest version of its text. */
    CREDENTIAL_TEXT_REPLACED
}
