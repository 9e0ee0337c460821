package fr.badgesiae.api.imports.run;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
public enum ImportAudit implements AuditCode {
    /** Beside the line of each person. */
    PEOPLE_IMPORT_STARTED,
    PEOPLE_IMPORT_STOPPED,
    PEOPLE_IMPORT_TAKEN_BACK
}
