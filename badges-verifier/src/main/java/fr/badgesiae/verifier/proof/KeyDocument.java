package fr.badgesiae.verifier.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the keys out of controller documents (CID 1.0), DID documents, JWKS, JWK and Multikey documents. */
final class KeyDocument {
    private static final int MAX_METHODS = 100;

    private final PublicKeys keys;

    KeyDocument(PublicKeys keys) {
        this.keys = keys;
    }

    /**
     * The keys of a controller or DID document.
     *
     * @param strict whether only {@code assertionMethod} makes a key one for credentials (DID documents); otherwise a document
     *     without that property offers all its methods
     */
    List<ListedKey> methods(ObjectNode document, String base, boolean strict) {
        Map<String, JsonNode> methods = new HashMap<>();
        for (JsonNode method : each(document.path("verificationMethod"))) {
            methods.put(absolute(method.path("id").asText(), base), method);
        }
        List<ListedKey> listed = new ArrayList<>();
        boolean open = !strict && !document.has("assertionMethod");
        for (JsonNode reference : each(document.path("assertionMethod"))) {
            String id = absolute(
                    reference.isTextual()
                            ? reference.textValue()
                            : reference.path("id").asText(),
                    base);
            JsonNode method = reference.isTextual() ? methods.remove(id) : reference;
            if (method != null) {
                listed.add(listed(method, id, true));
            }
        }
        methods.forEach((id, method) -> listed.add(listed(method, id, open)));
        return listed.size() > MAX_METHODS ? listed.subList(0, MAX_METHODS) : listed;
    }

    /**
     * The keys of a JWKS.
     *
     * @param issuer whose keys are wanted: a JWK that names another {@code iss} is left out
     */
    List<ListedKey> jwks(ObjectNode document, String issuer) {
        List<ListedKey> listed = new ArrayList<>();
        for (JsonNode jwk : each(document.path("keys"))) {
            JsonNode iss = jwk.path("iss");
            boolean owned = issuer.equals(iss.textValue());
            if (listed.size() < MAX_METHODS && (owned || iss.isMissingNode())) {
                Optional<VerificationKey> key = keys.fromJwk(jwk);
                listed.add(new ListedKey(jwk.path("kid").asText(), key.orElse(null), true, owned, revoked(jwk)));
            }
        }
        return listed;
    }

    /** The keys of a document at a key's own address: the document is the key, or holds it. */
    List<ListedKey> at(ObjectNode document, String address) {
        int hash = address.indexOf('#');
        String base = hash < 0 ? address : address.substring(0, hash);
        List<ListedKey> listed = new ArrayList<>(methods(document, base, false));
        for (JsonNode jwk : each(document.path("keys"))) {
            String kid = jwk.path("kid").asText();
            boolean meant = hash < 0 || kid.equals(address) || kid.equals(address.substring(hash + 1));
            if (meant && listed.size() < MAX_METHODS) {
                listed.add(new ListedKey(kid, keys.fromJwk(jwk).orElse(null), true, true, revoked(jwk)));
            }
        }
        if (document.has("kty") || document.has("publicKeyMultibase") || document.has("publicKeyJwk")) {
            String id = document.has("id") ? absolute(document.path("id").asText(), base) : address;
            listed.add(listed(document, id, true));
        }
        return listed;
    }

    private ListedKey listed(JsonNode method, String id, boolean assertion) {
        return new ListedKey(id, key(method).orElse(null), assertion, true, revoked(method));
    }

    private Optional<VerificationKey> key(JsonNode method) {
        if (method.path("publicKeyMultibase").isTextual()) {
            return keys.fromMultikey(method.path("publicKeyMultibase").textValue());
        }
        if (method.path("publicKeyJwk").isObject()) {
            return keys.fromJwk(method.path("publicKeyJwk"));
        }
        return method.has("kty") ? keys.fromJwk(method) : Optional.empty();
    }

    /** A date that cannot be read counts as long past: whoever wrote it wanted the key unused. */
    private static Instant revoked(JsonNode method) {
        JsonNode revoked = method.path("revoked");
        if (revoked.isMissingNode() || revoked.isNull()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(revoked.asText()).toInstant();
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static List<JsonNode> each(JsonNode oneOrMany) {
        if (oneOrMany.isMissingNode() || oneOrMany.isNull()) {
            return List.of();
        }
        List<JsonNode> nodes = new ArrayList<>();
        (oneOrMany.isArray() ? oneOrMany : List.of(oneOrMany)).forEach(nodes::add);
        return nodes;
    }

    private static String absolute(String id, String base) {
        return id.startsWith("#") ? base + id : id;
    }
}
