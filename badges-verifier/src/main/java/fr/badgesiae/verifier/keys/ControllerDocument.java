package fr.badgesiae.verifier.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.codec.DateTimeStamp;
import fr.badgesiae.verifier.keys.VerificationMethod.Owner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads verification methods from controller documents (CID 1.0), DID documents, JWKS, JWK and Multikey documents. */
public final class ControllerDocument {
    /** The keys that are read of one document; further ones are ignored. */
    public static final int MAX_METHODS = 100;

    private static final List<String> KEY_MEMBERS =
            List.of("kty", "publicKeyMultibase", "publicKeyJwk", "publicKeyBase58", "publicKeyPem");

    private final PublicKeys keys;
    private final String purpose;

    public ControllerDocument(PublicKeys keys, VerificationRelationship purpose) {
        this.keys = keys;
        this.purpose = purpose.property();
    }

    /**
     * The verification methods of a controller or DID document.
     *
     * @param base the base URL of relative ids
     * @param owner the required controller of each method, or null for any
     * @param strict whether a method must be listed under its verification relationship (DID documents); otherwise a
     *     document without that property offers all its methods
     */
    public List<VerificationMethod> methods(ObjectNode document, String base, @Nullable String owner, boolean strict) {
        Map<String, JsonNode> methods = new HashMap<>();
        for (String property : List.of("verificationMethod", "publicKey")) {
            for (JsonNode method : each(document.path(property))) {
                if (method.isObject()) {
                    methods.put(absolute(method.path("id").asText(), base), method);
                }
            }
        }
        List<VerificationMethod> listed = new ArrayList<>();
        boolean open = !strict && !document.has(purpose);
        for (JsonNode reference : each(document.path(purpose))) {
            String id = absolute(
                    reference.isTextual()
                            ? reference.textValue()
                            : reference.path("id").asText(),
                    base);
            JsonNode method = reference.isTextual() ? methods.remove(id) : reference;
            // A method that is only referenced is listed without its key: the key would need another document.
            listed.add(listed(method == null ? MissingNode.getInstance() : method, id, owner, true));
        }
        methods.forEach((id, method) -> listed.add(listed(method, id, owner, open)));
        return listed.size() > MAX_METHODS ? listed.subList(0, MAX_METHODS) : listed;
    }

    /**
     * The keys of a JWKS.
     *
     * @param issuer the issuer of the keys; a JWK with another {@code iss} is skipped
     */
    public List<VerificationMethod> jwks(ObjectNode document, String issuer) {
        List<VerificationMethod> listed = new ArrayList<>();
        for (JsonNode jwk : each(document.path("keys"))) {
            JsonNode iss = jwk.path("iss");
            boolean owned = issuer.equals(iss.textValue());
            if (listed.size() < MAX_METHODS && (owned || iss.isMissingNode())) {
                listed.add(ofJwk(jwk, owned ? Owner.ISSUER : Owner.UNSAID));
            }
        }
        return listed;
    }

    /**
     * The keys of the document at a key's URL: the document is the key, or contains it.
     *
     * @param owner as for {@link #methods}
     */
    public List<VerificationMethod> at(ObjectNode document, String address, @Nullable String owner) {
        int hash = address.indexOf('#');
        String base = hash < 0 ? address : address.substring(0, hash);
        List<VerificationMethod> listed = new ArrayList<>(methods(document, base, owner, false));
        for (JsonNode jwk : each(document.path("keys"))) {
            String kid = jwk.path("kid").asText();
            boolean meant = hash < 0 || kid.equals(address) || kid.equals(address.substring(hash + 1));
            if (meant && listed.size() < MAX_METHODS) {
                listed.add(ofJwk(jwk, Owner.ISSUER));
            }
        }
        if (KEY_MEMBERS.stream().anyMatch(document::has)) {
            String id = document.has("id") ? absolute(document.path("id").asText(), base) : address;
            listed.add(listed(document, id, owner, true));
        }
        return listed;
    }

    private VerificationMethod listed(JsonNode method, String id, @Nullable String owner, boolean fitting) {
        Optional<JsonNode> jwk = jwk(method);
        Optional<VerificationKey> key = jwk.isPresent() ? keys.fromJwk(jwk.get()) : ofText(method);
        boolean tooShort = jwk.isPresent() && PublicKeys.isTooShort(jwk.get());
        return new VerificationMethod(
                id,
                key.orElse(null),
                tooShort,
                fitting,
                owner(method.path("controller"), owner),
                date(method, "revoked"),
                date(method, "expires"));
    }

    private VerificationMethod ofJwk(JsonNode jwk, Owner owner) {
        VerificationKey key = keys.fromJwk(jwk).orElse(null);
        return new VerificationMethod(
                jwk.path("kid").asText(),
                key,
                PublicKeys.isTooShort(jwk),
                true,
                owner,
                date(jwk, "revoked"),
                date(jwk, "expires"));
    }

    /** The controller of a method without one is that of its document. */
    private static Owner owner(JsonNode controller, @Nullable String owner) {
        List<JsonNode> named = each(controller);
        boolean fits =
                owner == null || named.isEmpty() || named.stream().anyMatch(one -> owner.equals(one.textValue()));
        return fits ? Owner.ISSUER : Owner.ANOTHER;
    }

    /** The key of a method as a JWK, or in a form that is read as one. */
    private static Optional<JsonNode> jwk(JsonNode method) {
        if (method.path("publicKeyJwk").isObject()) {
            return Optional.of(method.path("publicKeyJwk"));
        }
        if (method.path("publicKeyPem").isTextual()) {
            return PemKeys.jwk(method.path("publicKeyPem").textValue()).map(jwk -> jwk);
        }
        return method.has("kty") ? Optional.of(method) : Optional.empty();
    }

    private Optional<VerificationKey> ofText(JsonNode method) {
        if (method.path("publicKeyMultibase").isTextual()) {
            return keys.fromMultikey(method.path("publicKeyMultibase").textValue());
        }
        boolean ed25519 = method.path("type").asText().equals("Ed25519VerificationKey2018");
        return ed25519 && method.path("publicKeyBase58").isTextual()
                ? keys.fromBase58(method.path("publicKeyBase58").textValue())
                : Optional.empty();
    }

    /** A malformed date counts as long past: its writer meant the key to be unused. */
    private static @Nullable Instant date(JsonNode method, String property) {
        JsonNode date = method.path(property);
        if (date.isMissingNode() || date.isNull()) {
            return null;
        }
        return DateTimeStamp.parse(date.textValue()).orElse(Instant.EPOCH);
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
