package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
public enum TrustAudit implements AuditCode {
    TRUST_LIST_PUBLISHED,
    TRUST_SIGNER_PINNED,
    TRUST_SIGNER_UNPINNED,
    TRUST_LIST_IMPORTED
}
