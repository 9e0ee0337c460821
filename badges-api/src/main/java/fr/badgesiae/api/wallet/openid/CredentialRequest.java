package fr.badgesiae.api.wallet.openid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.wallet.openid.proof.OpenidError;
import fr.badgesiae.api.wallet.openid.proof.OpenidException;

/**
 * What a wallet asks the credential endpoint for (OpenID4VCI 1.0, section 8.2).
 *
 * @param wanted a configuration id or an identifier
 */
record CredentialRequest(String wanted, boolean byIdentifier, JsonNode proofs) {
    private static final String CONFIGURATION = "credential_configuration_id";
    private static final String IDENTIFIER = "credential_identifier";

    /** @throws OpenidException for a request without exactly one of the two ids, or that wants an encrypted answer */
    static CredentialRequest read(ObjectNode body) {
        boolean byIdentifier = body.has(IDENTIFIER);
        JsonNode wanted = body.path(byIdentifier ? IDENTIFIER : CONFIGURATION);
        if (byIdentifier == body.has(CONFIGURATION) || !wanted.isTextual()) {
            throw new OpenidException(
                    OpenidError.INVALID_CREDENTIAL_REQUEST,
                    "exactly one of " + CONFIGURATION + " and " + IDENTIFIER + " is required");
        }
        if (body.has("credential_response_encryption")) {
            throw new OpenidException(OpenidError.INVALID_ENCRYPTION_PARAMETERS, "answers are not encrypted");
        }
        return new CredentialRequest(wanted.textValue(), byIdentifier, body.path("proofs"));
    }

    /**
     * Compares it with what the token is for.
     *
     * @param identified whether the token answer had identifiers
     * @throws OpenidException for anything else
     */
    void require(OpenidConfiguration granted, boolean identified) {
        if (byIdentifier) {
            if (!identified || !granted.id().equals(wanted)) {
                throw new OpenidException(
                        OpenidError.UNKNOWN_CREDENTIAL_IDENTIFIER, "not an identifier of the token answer");
            }
            return;
        }
        OpenidConfiguration known = OpenidConfiguration.of(wanted)
                .orElseThrow(() -> new OpenidException(
                        OpenidError.UNKNOWN_CREDENTIAL_CONFIGURATION, "not a configuration of the metadata"));
        if (identified) {
            throw new OpenidException(
                    OpenidError.INVALID_CREDENTIAL_REQUEST, IDENTIFIER + " of the token answer is required");
        }
        if (known != granted) {
            throw new OpenidException(OpenidError.CREDENTIAL_REQUEST_DENIED, "the token is not for this configuration");
        }
    }
}
