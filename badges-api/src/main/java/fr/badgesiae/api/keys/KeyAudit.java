package fr.badgesiae.api.keys;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
enum KeyAudit implements AuditCode {
    KEY_CREATED,
    KEY_WILL_BE_USED,
    KEY_USED
}
