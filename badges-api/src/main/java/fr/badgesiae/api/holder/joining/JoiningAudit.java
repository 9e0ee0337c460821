package fr.badgesiae.api.holder.joining;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of joining; their names are stored and never change. Organisations read of their own card alone. */
enum JoiningAudit implements AuditCode {
    /** For the holder. */
    SPACES_JOINED,
    /** For an organisation whose person has another card from now on. */
    CARD_GIVEN_UP,
    /** For an organisation whose person keeps their card. */
    CARD_KEPT
}
