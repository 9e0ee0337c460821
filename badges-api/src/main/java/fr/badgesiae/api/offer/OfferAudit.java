package fr.badgesiae.api.offer;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
public enum OfferAudit implements AuditCode {
    OFFER_MADE,
    OFFER_CORRECTED,
    OFFER_CANCELLED,
    OFFER_EXPIRED,
    OFFER_REISSUED,
    OFFER_PROLONGED,
    OFFER_REMINDED,
    SLIP_PRINTED,
    SLIP_GIVEN_AGAIN,
    DEVICE_HANDED_OVER
}
