package fr.badgesiae.api.lists;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
enum ListAudit implements AuditCode {
    PEOPLE_LIST_TAKEN,
    OFFER_LIST_TAKEN,
    BADGE_LIST_TAKEN
}
