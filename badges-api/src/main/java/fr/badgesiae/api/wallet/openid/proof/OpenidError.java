package fr.badgesiae.api.wallet.openid.proof;

/** The error codes of the token endpoint (RFC 6749, 5.2), of bearer tokens (RFC 6750) and of OpenID4VCI. */
public enum OpenidError {
    INVALID_REQUEST(400),
    INVALID_GRANT(400),
    INVALID_CLIENT(401),
    UNSUPPORTED_GRANT_TYPE(400),
    /** RFC 9396, section 5. */
    INVALID_AUTHORIZATION_DETAILS(400),
    INVALID_TOKEN(401),
    /** No token at all, which is answered without a code (RFC 6750, 3.1). */
    MISSING_TOKEN(401),
    INVALID_CREDENTIAL_REQUEST(400),
    UNKNOWN_CREDENTIAL_CONFIGURATION(400),
    UNKNOWN_CREDENTIAL_IDENTIFIER(400),
    /** Of the drafts. */
    UNSUPPORTED_CREDENTIAL_FORMAT(400),
    /** Of the drafts. */
    UNSUPPORTED_CREDENTIAL_TYPE(400),
    INVALID_PROOF(400),
    INVALID_NONCE(400),
    INVALID_ENCRYPTION_PARAMETERS(400),
    CREDENTIAL_REQUEST_DENIED(400),
    INVALID_NOTIFICATION_ID(400),
    INVALID_NOTIFICATION_REQUEST(400);

    private final int status;

    OpenidError(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The name in an answer. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
