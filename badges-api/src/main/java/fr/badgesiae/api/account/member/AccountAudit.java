package fr.badgesiae.api.account.member;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
public enum AccountAudit implements AuditCode {
    ADMIN_CREATED,
    ADMIN_RECOVERED,
    DEMONSTRATION_SEEDED,
    MEMBER_INVITED,
    INVITATION_CANCELLED,
    MEMBER_JOINED,
    MEMBER_RIGHTS_CHANGED,
    RIGHTS_DELEGATED,
    DELEGATION_ENDED,
    WORK_HANDED_OVER,
    MEMBER_DEACTIVATED,
    PASSWORD_CHANGED,
    PASSWORD_RESET_LINK_MADE,
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGNED_OUT,
    DEVICE_TAKEN_BACK
}
