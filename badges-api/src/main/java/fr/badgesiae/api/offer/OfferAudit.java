package fr.badgesiae.api.offer;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
public enum OfferAudit implements AuditCode {
    OFFER_MADE,
    OFFER_CORRECTED,
    OFFER_CANCELLED,
    OFFER_EXPIRED,
    OFFER_REISSUED,
    SLIP_PRINTED,
    DEVICE_HANDED_OVER,
    OFFER_LIST_TAKEN
}
