package fr.badgesiae.api.wallet.openid.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyProofTest {
    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final String ISSUER = "https://badges.example/issuers/x";
    private static final JsonMapper JSON = new JsonMapper();

    private final TestWallet p256 = TestWallet.p256();
    private final TestWallet ed25519 = TestWallet.ed25519();

    private static KeyProof read(String proof) {
        return KeyProof.read(proofs(proof), ISSUER, NOW);
    }

    private static ObjectNode proofs(String... each) {
        ObjectNode proofs = JSON.createObjectNode();
        var jwts = proofs.putArray("jwt");
        for (String proof : each) {
            jwts.add(proof);
        }
        return proofs;
    }

    private static void refused(String proof) {
        refused(proofs(proof));
    }

    private static void refused(JsonNode proofs) {
        assertThatThrownBy(() -> KeyProof.read(proofs, ISSUER, NOW))
                .isInstanceOfSatisfying(OpenidException.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo(OpenidError.INVALID_PROOF);
                    assertThat(refusal.description()).matches("[ -~&&[^\"\\\\]]+");
                });
    }

    private static Map<String, Object> claims() {
        return Map.of("aud", ISSUER, "iat", NOW.getEpochSecond(), "nonce", "n");
    }

    @Test
    void aBareKeyIsKnownAsItsDidJwk() throws Exception {
        for (TestWallet wallet : new TestWallet[] {p256, ed25519}) {
            KeyProof proof = read(wallet.proof(header -> header.put("jwk", wallet.publicJwk()), claims()));
            assertThat(proof.nonce()).isEqualTo("n");
            assertThat(proof.key().did()).startsWith("did:jwk:");
            assertThat(HolderKey.ofKid(proof.key().did() + "#0").orElseThrow().jwk())
                    .isEqualTo(proof.key().jwk());
            assertThat(proof.key().jwk().has("d")).isFalse();
            assertThat(proof.key().jwk()).isEqualTo(JSON.valueToTree(wallet.publicJwk()));
        }
    }

    @Test
    void aDidKeyAndADidJwkAreTakenAsTheyAre() {
        for (TestWallet wallet : new TestWallet[] {p256, ed25519}) {
            KeyProof byKey = read(wallet.proof(
                    header -> header.put(
                            "kid", wallet.didKey() + "#" + wallet.didKey().substring(8)),
                    claims()));
            assertThat(byKey.key().did()).isEqualTo(wallet.didKey());
            KeyProof byJwk = read(wallet.proof(header -> header.put("kid", wallet.didJwk() + "#0"), claims()));
            assertThat(byJwk.key().did()).isEqualTo(wallet.didJwk());
            assertThat(byJwk.key().jwk()).isEqualTo(byKey.key().jwk());
            assertThat(read(wallet.proof(header -> header.put("kid", wallet.didJwk()), claims()))
                            .key()
                            .did())
                    .isEqualTo(wallet.didJwk());
        }
    }

    @Test
    void anIssuerOfTheProofIsTolerated() {
        Map<String, Object> claims = new java.util.HashMap<>(claims());
        claims.put("iss", "some-wallet");
        assertThat(read(p256.proof(header -> header.put("jwk", p256.publicJwk()), claims))
                        .nonce())
                .isEqualTo("n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did:web:wallet.example#key",
                "https://wallet.example/key",
                "key-1",
                "did:jwk:e30#0",
                "did:key:z6Mk"
            })
    void aKeyThatWouldHaveToBeFetchedIsRefused(String kid) {
        refused(p256.proof(header -> header.put("kid", kid), claims()));
    }

    @Test
    void theFragmentIsThatOfTheOnlyKey() {
        refused(p256.proof(header -> header.put("kid", p256.didKey() + "#other"), claims()));
        refused(p256.proof(header -> header.put("kid", p256.didJwk() + "#1"), claims()));
    }

    @Test
    void exactlyOneKeyIsNamed() {
        refused(p256.proof(header -> {}, claims()));
        refused(p256.proof(
                header -> {
                    header.put("kid", p256.didJwk());
                    header.put("jwk", p256.publicJwk());
                },
                claims()));
        refused(p256.proof(header -> header.put("x5c", java.util.List.of("MIIB")), claims()));
    }

    @Test
    void theKeyOfAnotherProofIsRefused() {
        TestWallet other = TestWallet.p256();
        refused(p256.proof(header -> header.put("jwk", other.publicJwk()), claims()));
        refused(ed25519.proof(header -> header.put("jwk", p256.publicJwk()), claims()));
    }

    @Test
    void aPrivateOrUnsupportedKeyIsRefused() throws Exception {
        refused(p256.proof(header -> header.put("jwk", p256.privateJwk()), claims()));
        ECKey p384 = new ECKeyGenerator(Curve.P_384).generate();
        refused(p256.proof(header -> header.put("jwk", p384.toPublicJWK().toJSONObject()), claims()));
    }

    @Test
    void typeAndAlgorithmAreThoseOfTheSpecification() {
        Consumer<Map<String, Object>> jwk = header -> header.put("jwk", p256.publicJwk());
        refused(p256.proof(jwk.andThen(header -> header.put("typ", "JWT")), claims()));
        refused(p256.proof(jwk.andThen(header -> header.remove("typ")), claims()));
        refused(p256.proof(jwk.andThen(header -> header.put("alg", "none")), claims()));
        refused(p256.proof(jwk.andThen(header -> header.put("alg", "HS256")), claims()));
        refused(p256.proof(jwk.andThen(header -> header.put("alg", "EdDSA")), claims()));
        refused(p256.proof(jwk.andThen(header -> header.put("crit", java.util.List.of("b64"))), claims()));
        String unsigned = p256.proof(jwk.andThen(header -> header.put("alg", "none")), claims());
        refused(unsigned.substring(0, unsigned.lastIndexOf('.') + 1));
    }

    @Test
    void audienceTimeAndNonceAreLookedAt() {
        Consumer<Map<String, Object>> jwk = header -> header.put("jwk", p256.publicJwk());
        long now = NOW.getEpochSecond();
        refused(p256.proof(jwk, Map.of("aud", "https://badges.example", "iat", now, "nonce", "n")));
        refused(p256.proof(jwk, Map.of("aud", java.util.List.of(ISSUER), "iat", now, "nonce", "n")));
        refused(p256.proof(jwk, Map.of("iat", now, "nonce", "n")));
        refused(p256.proof(jwk, Map.of("aud", ISSUER, "nonce", "n")));
        refused(p256.proof(jwk, Map.of("aud", ISSUER, "iat", now - 301, "nonce", "n")));
        refused(p256.proof(jwk, Map.of("aud", ISSUER, "iat", now + 301, "nonce", "n")));
        refused(p256.proof(jwk, Map.of("aud", ISSUER, "iat", now)));
        assertThat(read(p256.proof(jwk, Map.of("aud", ISSUER, "iat", now - 299, "nonce", "n")))
                        .nonce())
                .isEqualTo("n");
    }

    @Test
    void oneProofOfOneKindIsTaken() {
        String good = p256.proof(header -> header.put("jwk", p256.publicJwk()), claims());
        refused(proofs(good, good));
        refused(proofs());
        refused(JSON.missingNode());
        refused(JSON.createObjectNode().put("jwt", good));
        refused(proofs(good).put("di_vp", "x"));
        ObjectNode ldp = JSON.createObjectNode();
        ldp.putArray("ldp_vp").add("x");
        refused(ldp);
        refused(good.substring(0, good.length() - 4) + "AAAA");
        refused("x");
        refused("x".repeat(20_000));
    }

    private static String didJwk(String jwk) {
        return "did:jwk:"
                + java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(jwk.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private KeyProof by(String kid) {
        return read(p256.proof(header -> header.put("kid", kid), claims()));
    }

    @Test
    void aDidJwkSaysNothingButItsKey() throws Exception {
        String jwk = JSON.writeValueAsString(p256.publicJwk());
        for (String extra : java.util.List.of(
                "\"name\":\"Alix\"", "\"kid\":{\"a\":1}", "\"use\":1", "\"d\":\"AAAA\"", "\"kty\":\"EC\"")) {
            String kid = didJwk(jwk.replaceFirst("\\{", "{" + extra + ","));
            refused(p256.proof(header -> header.put("kid", kid), claims()));
        }
        String usual = didJwk(jwk.replaceFirst("\\{", "{\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"key-1\","));
        assertThat(by(usual).key().did()).isEqualTo(usual);
    }

    @Test
    void otherSpellingsOfADidJwkAreOneSubject() throws Exception {
        String jwk = JSON.writeValueAsString(p256.publicJwk());
        String canonical = read(p256.proof(header -> header.put("jwk", p256.publicJwk()), claims()))
                .key()
                .did();

        assertThat(by(didJwk(jwk.replaceFirst("\\{", "{ "))).key().did()).isEqualTo(canonical);
        assertThat(by(didJwk(jwk + "\n")).key().did()).isEqualTo(canonical);
        assertThat(by(didJwk(jwk.replace("\"kty\"", "\"\\u006bty\""))).key().did())
                .isEqualTo(canonical);
    }
}
