package fr.badgesiae.api.achievement.review;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of requests to publish; their names are stored and never change. */
public enum ReviewAudit implements AuditCode {
    PUBLICATION_ASKED,
    PUBLICATION_WITHDRAWN,
    PUBLICATION_SENT_BACK,
    SECOND_READER_REQUIRED,
    SECOND_READER_DROPPED
}
