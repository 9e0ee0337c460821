package fr.badgesiae.verifier.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verifiers of parsed keys, the library's and our own, on each provider. */
class JwsVerifiersTest {
    private static final byte[] INPUT = "eyJhbGciOiJ4In0.e30".getBytes(StandardCharsets.US_ASCII);

    private static Stream<Crypto> providers() {
        Provider fast = CryptoProviders.correttoOrNull();
        return Stream.of(fast, CryptoProviders.bouncyCastle())
                .filter(Objects::nonNull)
                .map(Crypto::new);
    }

    @ParameterizedTest
    @EnumSource
    void aSignatureVerifiesUnderItsOwnAlgorithmsOnly(AllowedAlgorithms algorithm) {
        providers().forEach(crypto -> {
            KeyPair pair = crypto.generate(algorithm.keyType(), new SecureRandom());
            VerificationKey key = new PublicKeys(crypto).of(pair.getPublic());
            Base64URL signature = new OpaqueJwsSigner(crypto.signer(algorithm, pair.getPrivate())).sign(null, INPUT);
            for (AllowedAlgorithms named : AllowedAlgorithms.values()) {
                for (JWSAlgorithm jose : named.jose()) {
                    assertThat(key.verifies(new JWSHeader(jose), INPUT, signature))
                            .as("%s as %s on %s", algorithm, jose, crypto.providerName())
                            .isEqualTo(named == algorithm);
                }
            }
            JWSHeader header = new JWSHeader(algorithm.jose().iterator().next());
            assertThat(key.verifies(header, new byte[1], signature)).isFalse();
            assertThat(key.verifies(header, INPUT, new Base64URL(""))).isFalse();
            assertThat(key.verifies(
                            header, INPUT, new Base64URL(signature.toString().substring(4))))
                    .isFalse();
            assertThat(key.verifier().getJCAContext().getProvider().getName()).isEqualTo(crypto.providerName());
        });
    }

    @Test
    void ourVerifierUnderstandsNoCriticalMember() {
        Crypto crypto = Crypto.best();
        KeyPair pair = crypto.generate(KeyType.ED25519, new SecureRandom());
        VerificationKey key = new PublicKeys(crypto).of(pair.getPublic());
        Base64URL signature = Base64URL.encode(
                crypto.signer(AllowedAlgorithms.ED25519, pair.getPrivate()).sign(INPUT));
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.EdDSA);
        assertThat(key.verifies(header.build(), INPUT, signature)).isTrue();
        JWSHeader critical = header.criticalParams(Set.of("http://x.example/y")).build();
        assertThat(key.verifies(critical, INPUT, signature)).isFalse();
    }
}
