package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
enum HolderAudit implements AuditCode {
    HOLDER_CREATED,
    HOLDER_OPENED,
    HOLDER_PIN_CHANGED,
    RECOVERY_CARD_MADE
}
