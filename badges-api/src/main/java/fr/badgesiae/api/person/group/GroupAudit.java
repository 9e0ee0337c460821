package fr.badgesiae.api.person.group;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of groups; their names are stored and never change. */
enum GroupAudit implements AuditCode {
    GROUP_CREATED,
    GROUP_CHANGED,
    GROUP_ARCHIVED,
    GROUP_RESTORED,
    GROUP_PEOPLE_ADDED,
    GROUP_PEOPLE_REMOVED
}
