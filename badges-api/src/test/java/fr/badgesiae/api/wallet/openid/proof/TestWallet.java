package fr.badgesiae.api.wallet.openid.proof;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.util.Base64URL;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.KeyType;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.keys.VerificationKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The key of a wallet, which signs whatever header and claims a test gives it. */
public final class TestWallet {
    private static final Crypto CRYPTO = Crypto.best();
    private static final PublicKeys KEYS = new PublicKeys(CRYPTO);
    private static final JsonMapper JSON = new JsonMapper();

    private final AllowedAlgorithms algorithm;
    private final KeyPair pair;
    private final VerificationKey key;

    private TestWallet(AllowedAlgorithms algorithm, KeyType type) {
        this.algorithm = algorithm;
        this.pair = CRYPTO.generate(type, new SecureRandom());
        this.key = KEYS.of(pair.getPublic());
    }

    public static TestWallet p256() {
        return new TestWallet(AllowedAlgorithms.ES256, KeyType.P256);
    }

    public static TestWallet ed25519() {
        return new TestWallet(AllowedAlgorithms.ED25519, KeyType.ED25519);
    }

    public Map<String, Object> publicJwk() {
        return JSON.convertValue(KEYS.toJwk(key), new com.fasterxml.jackson.core.type.TypeReference<>() {});
    }

    public Map<String, Object> privateJwk() {
        Map<String, Object> jwk = new LinkedHashMap<>(publicJwk());
        jwk.put("d", "AAAA");
        return jwk;
    }

    public String didKey() {
        return "did:key:" + KEYS.toMultikey(key);
    }

    public String didJwk() {
        return "did:jwk:" + encoded(publicJwk());
    }

    /** A proof whose header a test completes or spoils. */
    public String proof(Consumer<Map<String, Object>> header, Map<String, Object> claims) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("typ", "openid4vci-proof+jwt");
        members.put("alg", algorithm == AllowedAlgorithms.ES256 ? "ES256" : "EdDSA");
        header.accept(members);
        String input = encoded(members) + "." + encoded(claims);
        byte[] signature = CRYPTO.signer(algorithm, pair.getPrivate()).sign(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + Base64URL.encode(signature);
    }

    private static Base64URL encoded(Object value) {
        try {
            return Base64URL.encode(JSON.writeValueAsBytes(value));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
