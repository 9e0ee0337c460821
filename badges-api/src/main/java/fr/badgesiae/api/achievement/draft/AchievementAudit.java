package fr.badgesiae.api.achievement.draft;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
public enum AchievementAudit implements AuditCode {
    ACHIEVEMENT_CREATED,
    ACHIEVEMENT_CHANGED,
    ACHIEVEMENT_PUBLISHED,
    ACHIEVEMENT_ARCHIVED
}
