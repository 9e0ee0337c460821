package fr.badgesiae.api.assertion;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
enum AssertionAudit implements AuditCode {
    BADGE_MADE_PUBLIC,
    PUBLIC_BADGE_WITHDRAWN
}
