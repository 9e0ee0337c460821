package fr.badgesiae.api.observation.content;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. The subject is the person. */
public enum ObservationAudit implements AuditCode {
    OBSERVATION_NOTED,
    OBSERVATION_CHANGED,
    OBSERVATION_DELETED,
    /** The person says that it is not true, or not about them. */
    OBSERVATION_OBJECTED,
    /** They take that back. */
    OBSERVATION_ACCEPTED,
    OBSERVATION_LIST_TAKEN,
    CLIENT_CODE_MADE,
    CLIENT_CODE_ENDED,
    /** By nobody with an account. */
    CLIENT_RETURN_NOTED,
    CLIENT_CODE_REPORTED
}
