package fr.badgesiae.api.keys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the published documents of keys: DID documents (DID 1.0, CID 1.0), JWKs and the key set (RFC 7517). The JOSE
 * library reads the stored keys; it has no member {@code iss} to write.
 */
final class KeyDocuments {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final KeyNames names;

    KeyDocuments(KeyNames names) {
        this.names = names;
    }

    /**
     * The DID document: each key as Multikey and as JsonWebKey. A compromised key stays listed with its date and without
     * {@code assertionMethod}.
     *
     * @param organisation null for the platform
     */
    String did(@Nullable UUID organisation, List<KeyRow> keys) {
        String did = names.did(organisation);
        ObjectNode document = JSON.objectNode();
        document.putArray("@context")
                .add("https://www.w3.org/ns/did/v1")
                .add("https://w3id.org/security/multikey/v1")
                .add("https://w3id.org/security/jwk/v1");
        document.put("id", did);
        ArrayNode methods = document.putArray("verificationMethod");
        ArrayNode assertion = document.putArray("assertionMethod");
        for (KeyRow key : keys) {
            String id = names.verificationMethod(organisation, key.id());
            methods.add(
                    method(key, id, did, "Multikey").put("publicKeyMultibase", Objects.requireNonNull(key.multikey())));
            String jwkId = names.jwkMethod(organisation, key.publicJwk());
            ObjectNode jwk = jwk(key).put("kid", KeyNames.thumbprint(key.publicJwk()));
            methods.add(method(key, jwkId, did, "JsonWebKey").set("publicKeyJwk", jwk));
            if (key.state() != KeyState.COMPROMISED) {
                assertion.add(id).add(jwkId);
            }
        }
        return document.toString();
    }

    private static ObjectNode method(KeyRow key, String id, String did, String type) {
        ObjectNode method = JSON.objectNode().put("id", id).put("type", type).put("controller", did);
        if (key.state() == KeyState.COMPROMISED) {
            // The table requires an end of every key but an active one.
            method.put("revoked", Objects.requireNonNull(key.notAfter()).toString());
        }
        return method;
    }

    /**
     * The JWT VC Issuer Metadata (SD-JWT VC, section 5): the keys that sign where the format knows no DID. A compromised key is
     * not among them.
     */
    String jwtIssuer(UUID organisation, List<KeyRow> keys) {
        ObjectNode document = JSON.objectNode().put("issuer", names.issuerUrl(organisation));
        ArrayNode members = document.putObject("jwks").putArray("keys");
        keys.stream()
                .filter(key -> key.algorithm() == KeyAlgorithm.ES256 && key.state() != KeyState.COMPROMISED)
                .forEach(key -> members.add(jwk(key).put("kid", KeyNames.thumbprint(key.publicJwk()))));
        return document.toString();
    }

    /** The JWK of one key. */
    String key(KeyRow key) {
        return named(key).toString();
    }

    /** The JWKs of all keys, each with its owner as {@code iss}. */
    String keySet(List<KeyRow> keys) {
        ObjectNode set = JSON.objectNode();
        ArrayNode members = set.putArray("keys");
        keys.forEach(key -> members.add(named(key)));
        return set.toString();
    }

    private ObjectNode named(KeyRow key) {
        return jwk(key).put("kid", names.keyUrl(key.id())).put("iss", names.did(key.organisationId()));
    }

    /** The required members only: a stored key publishes nothing else. */
    private static ObjectNode jwk(KeyRow key) {
        try {
            ObjectNode jwk = JSON.objectNode();
            JWK.parse(key.publicJwk())
                    .getRequiredParams()
                    .forEach((name, value) -> jwk.put(name, String.valueOf(value)));
            return jwk.put("alg", key.algorithm().jose()).put("use", KeyUse.SIGNATURE.getValue());
        } catch (ParseException e) {
            throw new IllegalStateException("a stored key does not read back", e);
        }
    }
}
