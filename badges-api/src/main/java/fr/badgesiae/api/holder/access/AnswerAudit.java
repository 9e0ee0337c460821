package fr.badgesiae.api.holder.access;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of answers to a reopening; their names are stored and never change. */
public enum AnswerAudit implements AuditCode {
    ACCESS_REOPENING_OBJECTED,
    ACCESS_REOPENING_CONFIRMED
}
