package fr.badgesiae.api.holder.contact;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of contacts; their names are stored and never change. No line says an address. */
public enum ContactAudit implements AuditCode {
    CONTACT_CONFIRMED,
    CONTACT_REMOVED
}
