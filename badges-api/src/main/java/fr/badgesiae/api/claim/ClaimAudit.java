package fr.badgesiae.api.claim;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
enum ClaimAudit implements AuditCode {
    CLAIM_OPENED,
    SLIP_LOCKED,
    OFFER_ACCEPTED,
    OFFER_DISPUTED,
    OFFER_DECLINED
}
