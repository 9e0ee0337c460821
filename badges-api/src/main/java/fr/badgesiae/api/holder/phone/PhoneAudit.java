package fr.badgesiae.api.holder.phone;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of phones; their names are stored and never change. */
public enum PhoneAudit implements AuditCode {
    HOLDER_PHONE_ADDED,
    HOLDER_PHONE_REMOVED,
    HOLDER_PHONES_REMOVED,
    /** The signature counter of a phone went back. */
    HOLDER_PHONE_REFUSED
}
