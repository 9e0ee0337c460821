package fr.badgesiae.verifier.keys;

import static fr.badgesiae.verifier.ob2.Ob2Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CryptographicKeysTest {
    private final Crypto crypto = Crypto.best();
    private final PublicKeys keys = new PublicKeys(crypto);
    private final CryptographicKeys reader = new CryptographicKeys(keys);

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void everyKindOfKeyIsReadFromItsX509Form(KeyType type) {
        PublicKey key = crypto.generate(type, new SecureRandom()).getPublic();
        VerificationKey read = reader.read(pem("PUBLIC KEY", key.getEncoded())).orElseThrow();
        assertThat(read.same(keys.of(key))).isTrue();
    }

    @Test
    void anRsaKeyIsReadFromPkcs1AndFromAJwk() {
        PublicKey key = crypto.generate(KeyType.RSA, new SecureRandom()).getPublic();
        byte[] x509 = key.getEncoded();
        byte[] pkcs1 =
                Arrays.copyOfRange(x509, 24, x509.length); // after the algorithm and the header of the BIT STRING
        ObjectNode jwk = json("{}").set("publicKeyJwk", keys.toJwk(keys.of(key)));

        assertThat(reader.read(pem("RSA PUBLIC KEY", pkcs1)).orElseThrow().same(keys.of(key)))
                .isTrue();
        assertThat(reader.read(jwk).orElseThrow().same(keys.of(key))).isTrue();
    }

    @Test
    void lineEndsMayBeEscapedTwice() {
        PublicKey key = crypto.generate(KeyType.P256, new SecureRandom()).getPublic();
        ObjectNode node = pem("PUBLIC KEY", key.getEncoded());
        node.put("publicKeyPem", node.get("publicKeyPem").asText().replace("\n", "\\n"));
        assertThat(reader.read(node)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
            })
    void whatIsNoPublicKeyIsNoKey(String text) {
        assertThat(reader.read(json("{}").put("publicKeyPem", text))).isEmpty();
    }

    private static ObjectNode pem(String label, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return json("{}")
                .put("publicKeyPem", "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
    }
}
