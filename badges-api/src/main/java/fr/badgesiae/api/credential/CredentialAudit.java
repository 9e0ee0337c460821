package fr.badgesiae.api.credential;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
enum CredentialAudit implements AuditCode {
    CREDENTIAL_WILL_BE_SIGNED,
    CREDENTIAL_SIGNED,
    CREDENTIAL_VOIDED,
    CREDENTIAL_REVOKED,
    CREDENTIAL_WITHDRAWN
}
