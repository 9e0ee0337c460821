package fr.badgesiae.api.logo;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
public enum LogoAudit implements AuditCode {
    LOGO_REPLACED,
    LOGO_REMOVED
}
