package fr.badgesiae.api.statistics;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
enum StatisticsAudit implements AuditCode {
    FIGURES_TAKEN
}
