package fr.badgesiae.api.person.team;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of teams; their names are stored and never change. */
enum TeamAudit implements AuditCode {
    MEMBER_TEAMS_CHANGED
}
