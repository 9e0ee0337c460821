package fr.badgesiae.api.person.contact;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of contacts; their names are stored and never change. All are about the person. */
enum ContactAudit implements AuditCode {
    PERSON_CONTACT_CHANGED,
    PERSON_CONTACT_REVEALED
}
