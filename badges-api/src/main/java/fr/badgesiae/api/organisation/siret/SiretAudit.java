package fr.badgesiae.api.organisation.siret;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit code of a SIRET; its name is stored and never changes. */
public enum SiretAudit implements AuditCode {
    SIRET_CHANGED
}
