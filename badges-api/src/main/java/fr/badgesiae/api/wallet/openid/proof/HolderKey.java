package fr.badgesiae.api.wallet.openid.proof;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.KeyType;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.keys.VerificationKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * The key of a wallet: P-256 or Ed25519.
 *
 * @param did the wallet's DID; of a bare JWK its did:jwk
 * @param jwk its public JWK, with the required members only
 */
public record HolderKey(VerificationKey key, String did, ObjectNode jwk) {
    private static final PublicKeys KEYS = new PublicKeys(Crypto.best());
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> MEMBERS = Set.of("kty", "crv", "x", "y", "use", "alg", "kid");
    private static final String DID_KEY = "did:key:";
    private static final String DID_JWK = "did:jwk:";
    private static final String FIRST_KEY = "#0";
    private static final int LONGEST = 1000;

    /** The key of a {@code jwk} header; empty for a private, malformed or unsupported one. */
    static Optional<HolderKey> ofJwk(JsonNode jwk) {
        return KEYS.fromJwk(jwk).filter(HolderKey::isSupported).map(key -> {
            ObjectNode members = KEYS.toJwk(key);
            return new HolderKey(key, DID_JWK + base64url(members), members);
        });
    }

    /**
     * The key of a {@code kid} header: a did:key or did:jwk, with or without its only fragment. Another DID would have to be
     * fetched.
     */
    static Optional<HolderKey> ofKid(String kid) {
        if (kid.length() > LONGEST) {
            return Optional.empty();
        }
        int end = kid.indexOf('#') < 0 ? kid.length() : kid.indexOf('#');
        String did = kid.substring(0, end);
        String fragment = kid.substring(end);
        if (did.startsWith(DID_KEY)) {
            String multikey = did.substring(DID_KEY.length());
            return fragment.isEmpty() || fragment.equals("#" + multikey) ? ofMultikey(did, multikey) : Optional.empty();
        }
        return did.startsWith(DID_JWK) && (fragment.isEmpty() || fragment.equals(FIRST_KEY))
                ? ofDidJwk(did)
                : Optional.empty();
    }

    private static Optional<HolderKey> ofMultikey(String did, String multikey) {
        return KEYS.fromMultikey(multikey)
                .filter(HolderKey::isSupported)
                .map(key -> new HolderKey(key, did, KEYS.toJwk(key)));
    }

    /** What it says beside the key would be signed with the badge: only what wallets add is accepted. */
    private static Optional<HolderKey> ofDidJwk(String did) {
        try {
            JsonNode jwk = JSON.readTree(Base64.getUrlDecoder().decode(did.substring(DID_JWK.length())));
            return isPlain(jwk)
                    ? ofJwk(jwk).map(key -> new HolderKey(key.key(), subject(did, jwk, key.did()), key.jwk()))
                    : Optional.empty();
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(JsonNode jwk) {
        return jwk.isObject()
                && jwk.properties().stream()
                        .allMatch(member -> MEMBERS.contains(member.getKey())
                                && member.getValue().isTextual());
    }

    /** As sent, without white space or escapes; another spelling stands for the key alone. */
    private static String subject(String sent, JsonNode jwk, String canonical) {
        return sent.equals(DID_JWK + base64url(jwk)) ? sent : canonical;
    }

    private static boolean isSupported(VerificationKey key) {
        return key.type() == KeyType.P256 || key.type() == KeyType.ED25519;
    }

    private static String base64url(JsonNode node) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing of it: it is that of one person. */
    @Override
    public String toString() {
        return "HolderKey[" + key.type() + "]";
    }
}
