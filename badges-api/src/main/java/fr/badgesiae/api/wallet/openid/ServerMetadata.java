package fr.badgesiae.api.wallet.openid;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.platform.documents.PublishedDocument;

/** The metadata of the authorization server (RFC 8414), one for all organisations. */
final class ServerMetadata {
    private ServerMetadata() {}

    static PublishedDocument of(OpenidAddresses addresses) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("issuer", addresses.server());
        json.put("token_endpoint", addresses.url(OpenidAddresses.TOKEN));
        // Required by RFC 8414, and there is no authorization endpoint.
        json.putArray("response_types_supported").add("none");
        json.putArray("grant_types_supported").add(OpenidAddresses.GRANT);
        json.put("pre-authorized_grant_anonymous_access_supported", true);
        // A library of wallets refuses an issuer that takes no attestation.
        json.putArray("token_endpoint_auth_methods_supported").add("none").add("attest_jwt_client_auth");
        json.putArray("client_attestation_signing_alg_values_supported").add("ES256");
        json.putArray("client_attestation_pop_signing_alg_values_supported").add("ES256");
        json.putArray("authorization_details_types_supported").add(TokenRequest.DETAILS_TYPE);
        return IssuerMetadata.document(json);
    }
}
