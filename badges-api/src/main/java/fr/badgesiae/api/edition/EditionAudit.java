package fr.badgesiae.api.edition;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
enum EditionAudit implements AuditCode {
    WALLET_COPY_WITHDRAWN
}
