package fr.badgesiae.api.organisation.message;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of messages; their names are stored and never change. */
public enum MessageAudit implements AuditCode {
    NETWORK_MESSAGE_SENT,
    NETWORK_MESSAGE_WITHDRAWN
}
