package fr.badgesiae.api.credential;

import fr.badgesiae.api.credential.successor.SupersedeCredential;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.platform.audit.AuditCode;
import org.jspecify.annotations.Nullable;

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
    /** The same, when the holder makes a code to print. */
    PAPER_CODE_ASKED,
    /** A successor that shows a corrected name stands in the place of the badge, or of a later edition. */
    CREDENTIAL_REISSUED,
    EDITION_WILL_BE_REISSUED,
    EDITION_REISSUED,
    /** Our own verifier refused such a successor: the badge, or the later edition, stands under the former name. */
    CREDENTIAL_NOT_REISSUED,
    EDITION_NOT_REISSUED,
    /** The same for a successor in a corrected text. */
    CREDENTIAL_TEXT_NOT_REPLACED,
    /** A later edition will be signed again for its link: the badge comes back from a pause, is renewed, or has a new text. */
    EDITION_WILL_FOLLOW,
    /** A badge of another award stands in the place of this one. */
    CREDENTIAL_RENEWED;

    static CredentialAudit asked(@Nullable WalletBinding wallet) {
        if (wallet == null) {
            return EDITION_ASKED;
        }
        return wallet.isOfflineCode() ? PAPER_CODE_ASKED : WALLET_COPY_ASKED;
    }

    static CredentialAudit willBeReissued(PrepareCredential.Predecessor former) {
        if (former.edition() == CredentialDao.ACCEPTED) {
            return CREDENTIAL_WILL_BE_SIGNED;
        }
        return former.paused() || former.newText() ? EDITION_WILL_FOLLOW : EDITION_WILL_BE_REISSUED;
    }

    static CredentialAudit signed(int edition) {
        return edition == CredentialDao.ACCEPTED ? CREDENTIAL_SIGNED : EDITION_SIGNED;
    }

    static CredentialAudit reissued(SupersedeCredential.Superseded former) {
        if (former.paused() || former.newText()) {
            return signed(former.edition());
        }
        return former.edition() == CredentialDao.ACCEPTED ? CREDENTIAL_REISSUED : EDITION_REISSUED;
    }

    static CredentialAudit notReissued(SupersedeCredential.Superseded former) {
        if (former.newText() && former.edition() == CredentialDao.ACCEPTED) {
            return CREDENTIAL_TEXT_NOT_REPLACED;
        }
        if (former.paused() || former.newText()) {
            return voided(former.edition());
        }
        return former.edition() == CredentialDao.ACCEPTED ? CREDENTIAL_NOT_REISSUED : EDITION_NOT_REISSUED;
    }

    static CredentialAudit voided(int edition) {
        return edition == CredentialDao.ACCEPTED ? CREDENTIAL_VOIDED : EDITION_VOIDED;
    }
}
