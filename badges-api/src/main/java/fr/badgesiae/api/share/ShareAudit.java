package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
public enum ShareAudit implements AuditCode {
    SHARE_CREATED,
    SHARE_CHANGED,
    SHARE_PROLONGED,
    SHARE_SWITCHED_OFF,
    SHARE_NETWORK_HIDDEN,
    SHARE_NETWORK_SHOWN,
    SHARE_SWITCHED_ON,
    ALL_HIDDEN,
    HIDING_UNDONE
}
