package fr.badgesiae.api.wallet.openid.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.proof.JwsSigner;
import java.util.List;

/** Writes a badge as the claims of a VC-JWT of VC 1.1 (VC Data Model 1.1, section 6.3.1). */
final class Version1Claims {
    private static final String VERSION_2 = "https://www.w3.org/ns/credentials/v2";
    private static final String VERSION_1 = "https://www.w3.org/2018/credentials/v1";

    /** VC 1.1 does not define the terms of a status entry. */
    private static final String STATUS = "https://www.w3.org/ns/credentials/status/v1";

    private static final String SCHEMA =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_anyachievementcredential_schema.json";
    private static final List<String> REGISTERED = List.of("iss", "sub", "nbf", "exp", "jti");

    private Version1Claims() {}

    /** @param badge of VC 2.0; its proof is left out */
    static ObjectNode of(ObjectNode badge) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.setAll(JwsSigner.claimsOf(badge).retain(REGISTERED));
        claims.set("vc", credential(badge));
        return claims;
    }

    private static ObjectNode credential(ObjectNode badge) {
        ObjectNode credential = JsonNodeFactory.instance.objectNode();
        badge.properties().forEach(member -> {
            switch (member.getKey()) {
                case "proof" -> {}
                case "validFrom" -> credential.set("issuanceDate", member.getValue());
                case "validUntil" -> credential.set("expirationDate", member.getValue());
                default -> credential.set(member.getKey(), member.getValue().deepCopy());
            }
        });
        var contexts = credential.putArray("@context");
        badge.path("@context")
                .forEach(context -> contexts.add(VERSION_2.equals(context.asText()) ? VERSION_1 : context.asText()));
        contexts.add(STATUS);
        credential
                .putArray("credentialSchema")
                .addObject()
                .put("id", SCHEMA)
                .put("type", "1EdTechJsonSchemaValidator2019");
        return credential;
    }
}
