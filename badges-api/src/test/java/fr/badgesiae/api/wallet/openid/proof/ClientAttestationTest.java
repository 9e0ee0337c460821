package fr.badgesiae.api.wallet.openid.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientAttestationTest {
    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final String SERVER = "https://badges.example";

    private final TestWallet provider = TestWallet.p256();
    private final TestWallet wallet = TestWallet.p256();

    private String attestation(TestWallet signer, TestWallet named, long expires) {
        return signer.proof(
                header -> {
                    header.put("typ", "oauth-client-attestation+jwt");
                    header.put("jwk", provider.publicJwk());
                },
                Map.of("sub", "wallet", "exp", expires, "cnf", Map.of("jwk", named.publicJwk())));
    }

    private String attestation() {
        return attestation(provider, wallet, NOW.getEpochSecond() + 60);
    }

    private String proof(TestWallet signer, String name, Object value) {
        Map<String, Object> claims = new HashMap<>(Map.of("aud", SERVER, "iat", NOW.getEpochSecond(), "jti", "one"));
        claims.put(name, value);
        return signer.proof(header -> header.put("typ", "oauth-client-attestation-pop+jwt"), claims);
    }

    private static void require(List<String> attestations, List<String> proofs) {
        ClientAttestation.require(attestations, proofs, SERVER, NOW);
    }

    private static void assertRefused(List<String> attestations, List<String> proofs) {
        assertThatThrownBy(() -> require(attestations, proofs))
                .isInstanceOfSatisfying(
                        OpenidException.class,
                        refused -> assertThat(refused.error()).isEqualTo(OpenidError.INVALID_CLIENT));
    }

    @Test
    void oneThatIsWholeAndTheSendersOwnIsTakenAndNoneIsNeeded() {
        assertThatCode(() -> require(List.of(), List.of())).doesNotThrowAnyException();
        assertThatCode(() -> require(List.of(attestation()), List.of(proof(wallet, "jti", "two"))))
                .doesNotThrowAnyException();
        assertThatCode(() -> require(List.of(attestation()), List.of(proof(wallet, "aud", List.of(SERVER)))))
                .doesNotThrowAnyException();
    }

    @Test
    void oneThatIsForgedExpiredOrOfAnotherIsRefused() {
        List<String> proof = List.of(proof(wallet, "jti", "two"));
        assertRefused(List.of(attestation()), List.of());
        assertRefused(List.of(), proof);
        assertRefused(List.of(attestation(), attestation()), proof);
        assertRefused(List.of("a.b.c"), proof);
        assertRefused(List.of(attestation(wallet, wallet, NOW.getEpochSecond() + 60)), proof);
        assertRefused(List.of(attestation(provider, wallet, NOW.getEpochSecond())), proof);
        assertRefused(List.of(attestation(provider, provider, NOW.getEpochSecond() + 60)), proof);
        assertRefused(List.of(attestation()), List.of(attestation()));
    }

    @Test
    void aProofIsForThisServerNow() {
        for (String bad : List.of(
                proof(provider, "jti", "two"),
                proof(wallet, "aud", "https://elsewhere.example"),
                proof(wallet, "aud", List.of(SERVER, "https://elsewhere.example")),
                proof(wallet, "iat", NOW.getEpochSecond() - 301),
                proof(wallet, "iat", "now"),
                proof(wallet, "jti", 1))) {
            assertRefused(List.of(attestation()), List.of(bad));
        }
    }
}
