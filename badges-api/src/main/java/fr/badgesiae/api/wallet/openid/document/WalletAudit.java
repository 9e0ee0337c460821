package fr.badgesiae.api.wallet.openid.document;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
public enum WalletAudit implements AuditCode {
    /** Wrong transaction codes ended an offer. */
    WALLET_CODES_GUESSED,
    /** A copy was signed in a format of its wallet alone. */
    WALLET_COPY_SIGNED
}
