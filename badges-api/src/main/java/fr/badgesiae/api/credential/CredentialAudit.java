package fr.badgesiae.api.credential;

import fr.badgesiae.api.platform.audit.AuditCode;

/** Audit codes of this feature; their names are stored and never change. */
enum CredentialAudit implements AuditCode {
    CREDENTIAL_WILL_BE_SIGNED,
    CREDENTIAL_SIGNED,
    CREDENTIAL_VOIDED,
    CREDENTIAL_REVOKED,
    CREDENTIAL_WITHDRAWN,
    /** The same for the editions that a holder asks for later: those of the holder, not of the organisation. */
    EDITION_ASKED,
    EDITION_SIGNED,
    EDITION_VOIDED,
    /** For {@code EDITION_ASKED}, when a wallet proved its key. */
    WALLET_COPY_ASKED,
    /** A successor that shows a corrected name stands in the place of the badge, or of a later edition. */
    CREDENTIAL_REISSUED,
    EDITION_WILL_BE_REISSUED,
    EDITION_REISSUED,
    /** Our own verifier refused such a successor: the badge, or the later edition, stands under the former name. */
    CREDENTIAL_NOT_REISSUED,
    EDITION_NOT_REISSUED;

    static CredentialAudit signed(int edition) {
        return edition == CredentialDao.ACCEPTED ? CREDENTIAL_SIGNED : EDITION_SIGNED;
    }

    static CredentialAudit reissued(int edition) {
        return edition == CredentialDao.ACCEPTED ? CREDENTIAL_REISSUED : EDITION_REISSUED;
    }

    static CredentialAudit notReissued(int edition) {
        return edition == CredentialDao.ACCEPTED ? CREDENTIAL_NOT_REISSUED : EDITION_NOT_REISSUED;
    }

    static CredentialAudit voided(int edition) {
        return edition == CredentialDao.ACCEPTED ? CREDENTIAL_VOIDED : EDITION_VOIDED;
    }
}
