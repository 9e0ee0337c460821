package fr.badgesiae.api.privacy.erasure;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of erasures; their names are stored and never change. */
public enum ErasureAudit implements AuditCode {
    DESK_FILE_ERASED,
    SPACE_ERASED
}
