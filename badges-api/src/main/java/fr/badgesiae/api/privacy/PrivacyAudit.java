package fr.badgesiae.api.privacy;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
enum PrivacyAudit implements AuditCode {
    DESK_FILE_EXPORTED,
    SPACE_EXPORTED,
    ERASURE_HELD,
    ERASURE_RELEASED,
    CONTRACT_END_CHANGED,
    ERASURE_RUN_STOPPED,
    ERASURE_RUN_CONFIRMED,
    CLOSING_RUN_STOPPED,
    CLOSING_RUN_CONFIRMED
}
