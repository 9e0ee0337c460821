package fr.badgesiae.api.wallet.openid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.wallet.openid.draft.OpenidDraft;
import fr.badgesiae.api.wallet.openid.draft.RequestShape;
import fr.badgesiae.api.wallet.openid.proof.OpenidError;
import fr.badgesiae.api.wallet.openid.proof.OpenidException;
import java.util.List;
import java.util.Set;

/**
 * What a wallet asks the credential endpoint for (OpenID4VCI 1.0, section 8.2; draft 13, section 7.2; draft 15, section 8.2).
 *
 * @param by the member that names what is wanted
 * @param proofs as 1.0 writes them
 */
record CredentialRequest(String by, String wanted, ObjectNode body, JsonNode proofs, RequestShape shape) {
    private static final String CONFIGURATION = "credential_configuration_id";
    private static final String IDENTIFIER = "credential_identifier";
    private static final String FORMAT = "format";

    /**
     * Reads one.
     *
     * @param accepted drafts beside 1.0
     * @throws OpenidException for a request without exactly one of the two ids, or that wants an encrypted answer
     */
    static CredentialRequest read(ObjectNode body, Set<OpenidDraft> accepted) {
        String by = by(body, accepted);
        if (body.has("credential_response_encryption")) {
            throw new OpenidException(OpenidError.INVALID_ENCRYPTION_PARAMETERS, "answers are not encrypted");
        }
        RequestShape shape = shape(body, by, accepted);
        JsonNode proofs = shape == RequestShape.FINAL || body.has("proofs") ? body.path("proofs") : proofs(body);
        return new CredentialRequest(by, body.path(by).textValue(), body, proofs, shape);
    }

    private static String by(ObjectNode body, Set<OpenidDraft> accepted) {
        List<String> present =
                List.of(CONFIGURATION, IDENTIFIER).stream().filter(body::has).toList();
        String by = present.isEmpty() && accepted.contains(OpenidDraft.DRAFT_13)
                ? FORMAT
                : present.size() == 1 ? present.get(0) : "";
        if (!body.path(by).isTextual()) {
            throw new OpenidException(
                    OpenidError.INVALID_CREDENTIAL_REQUEST,
                    "exactly one of " + CONFIGURATION + " and " + IDENTIFIER + " is required");
        }
        return by;
    }

    private static RequestShape shape(ObjectNode body, String by, Set<OpenidDraft> accepted) {
        if (by.equals(FORMAT)) {
            return RequestShape.DRAFT_13;
        }
        if (body.has("proofs") || !body.has("proof")) {
            return RequestShape.FINAL;
        }
        if (by.equals(CONFIGURATION)) {
            return accepted.contains(OpenidDraft.DRAFT_15) ? RequestShape.DRAFT_15 : RequestShape.FINAL;
        }
        return accepted.isEmpty() ? RequestShape.FINAL : RequestShape.byIdentifier(accepted);
    }

    /** The {@code proof} of a draft. */
    private static JsonNode proofs(ObjectNode body) {
        JsonNode proof = body.path("proof");
        String type = proof.path("proof_type").asText();
        ObjectNode proofs = JsonNodeFactory.instance.objectNode();
        proofs.putArray(type).add(proof.path(type));
        return proofs;
    }

    /**
     * Compares it with what the token is for.
     *
     * @param identified whether the token answer had identifiers
     * @throws OpenidException for anything else
     */
    void require(OpenidConfiguration granted, boolean identified, OpenidOptions options) {
        if (by.equals(IDENTIFIER)) {
            if (!identified || !granted.id().equals(wanted)) {
                throw new OpenidException(
                        OpenidError.UNKNOWN_CREDENTIAL_IDENTIFIER, "not an identifier of the token answer");
            }
            return;
        }
        boolean same = granted.id().equals(wanted);
        if (by.equals(CONFIGURATION) && !same && !options.publishes(wanted)) {
            throw new OpenidException(
                    OpenidError.UNKNOWN_CREDENTIAL_CONFIGURATION, "not a configuration of the metadata");
        }
        if (identified) {
            throw new OpenidException(
                    OpenidError.INVALID_CREDENTIAL_REQUEST, IDENTIFIER + " of the token answer is required");
        }
        if (by.equals(FORMAT)) {
            requireFormat(granted, options.vct());
        } else if (!same) {
            throw new OpenidException(OpenidError.CREDENTIAL_REQUEST_DENIED, "the token is not for this configuration");
        }
    }

    private void requireFormat(OpenidConfiguration granted, String vct) {
        if (!granted.format().equals(wanted)) {
            throw new OpenidException(OpenidError.UNSUPPORTED_CREDENTIAL_FORMAT, "the token is not for this format");
        }
        boolean same = granted == OpenidConfiguration.DC_SD_JWT
                ? vct.equals(body.path("vct").textValue())
                : IssuerMetadata.isType(body.at("/credential_definition/type"));
        if (!same) {
            throw new OpenidException(OpenidError.UNSUPPORTED_CREDENTIAL_TYPE, "the token is not for this type");
        }
    }
}
