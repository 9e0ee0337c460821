package fr.badgesiae.api.pathway;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
enum PathwayAudit implements AuditCode {
    PATHWAY_OPENED,
    PATHWAY_CHANGED,
    PASS_IAE_REVEALED,
    /** About the organisation, as are those that follow. */
    PASS_IAE_ASKED,
    PASS_IAE_NOT_ASKED,
    PASS_IAE_REMOVED
}
