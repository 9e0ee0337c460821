package fr.badgesiae.api.request.content;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of requests; their subject is the person. Their names are stored and never change. */
public enum RequestAudit implements AuditCode {
    BADGE_REQUESTED,
    /** A member asks for a person. */
    BADGE_SUGGESTED,
    REQUEST_QUESTIONED,
    REQUEST_ANSWERED,
    REQUEST_ACCEPTED,
    REQUEST_REFUSED,
    REQUEST_WITHDRAWN
}
