package fr.badgesiae.verifier.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.codec.Base58;
import fr.badgesiae.verifier.proof.ProofFixture;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values with the form of a key that are no valid key, in every key format. */
class KeyBoundsTest {
    private static final byte[] NEUTRAL = HexFormat.of().parseHex("01" + "00".repeat(31));
    private static final byte[] SOUND =
            HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    private static final BigInteger F4 = BigInteger.valueOf(65537);

    private final PublicKeys keys = new PublicKeys(Crypto.best());

    @Test
    void aPointOfSmallOrderIsNoKeyInAnyForm() {
        assertThat(keys.fromJwk(okp(SOUND))).isPresent();
        assertThat(keys.fromJwk(okp(NEUTRAL))).isEmpty();
        assertThat(keys.fromMultikey(multikey(SOUND))).isPresent();
        assertThat(keys.fromMultikey(multikey(NEUTRAL))).isEmpty();
        assertThat(keys.fromBase58(Base58.encode(SOUND))).isPresent();
        assertThat(keys.fromBase58(Base58.encode(NEUTRAL))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33, 64})
    void anEd25519KeyHasThirtyTwoBytes(int length) {
        assertThat(keys.fromJwk(okp(Arrays.copyOf(SOUND, length)))).isEmpty();
        assertThat(keys.fromMultikey(multikey(Arrays.copyOf(SOUND, length)))).isEmpty();
        assertThat(keys.fromBase58(Base58.encode(Arrays.copyOf(SOUND, length)))).isEmpty();
    }

    @Test
    void aMultikeyIsWrittenInBase58AndOfAKnownKind() {
        byte[] bytes = HexFormat.of().parseHex("ed01" + HexFormat.of().formatHex(SOUND));
        assertThat(keys.fromMultikey("u" + base64(bytes))).isEmpty();
        assertThat(keys.fromMultikey(Base58.encode(bytes))).isEmpty();
        bytes[0] = (byte) 0xec; // X25519, for key agreement and not for signatures
        assertThat(keys.fromMultikey("z" + Base58.encode(bytes))).isEmpty();
    }

    @Test
    void aJwkIsOfTheKindThatItsCurveIs() {
        assertThat(keys.fromJwk(okp(SOUND).put("kty", "EC"))).isEmpty();
        assertThat(keys.fromJwk(okp(SOUND).put("crv", "X25519"))).isEmpty();
        assertThat(keys.fromJwk(okp(SOUND).put("crv", "P-256"))).isEmpty();
        ObjectNode p256 = new ProofFixture(Crypto.best()).jwk(new ProofFixture(Crypto.best()).pair(KeyType.P256));
        assertThat(keys.fromJwk(p256)).isPresent();
        assertThat(keys.fromJwk(p256.deepCopy().put("kty", "OKP"))).isEmpty();
        assertThat(keys.fromJwk(p256.deepCopy().put("crv", "P-384"))).isEmpty();
        assertThat(keys.fromJwk(p256.deepCopy().put("y", base64(new byte[32])))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "k", "p", "q", "dp", "dq", "qi", "oth"})
    void aJwkWithAPrivateMemberIsNotRead(String member) {
        assertThat(keys.fromJwk(rsa(modulus(2048), F4).put(member, "AQAB"))).isEmpty();
        assertThat(keys.fromJwk(okp(SOUND).put(member, "AQAB"))).isEmpty();
    }

    /** Numerically equal coordinates: the JOSE library accepts them. */
    @Test
    void aCoordinateHasTheLengthOfItsField() {
        ObjectNode p256 = new ProofFixture(Crypto.best()).jwk(new ProofFixture(Crypto.best()).pair(KeyType.P256));
        byte[] x = Base64.getUrlDecoder().decode(p256.path("x").asText());
        byte[] longer = new byte[33];
        System.arraycopy(x, 0, longer, 1, 32);
        assertThat(keys.fromJwk(p256)).isPresent();
        assertThat(keys.fromJwk(p256.deepCopy().put("x", base64(longer)))).isEmpty();
    }

    /** The same point modulo the prime: the JOSE library accepts it. */
    @Test
    void aCoordinateIsBelowThePrime() {
        BigInteger prime = new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
        VerificationKey small = IntStream.range(0, 100)
                .mapToObj(x -> "8024" + "02" + "%064x".formatted(x))
                .flatMap(hex ->
                        keys.fromMultikey("z" + Base58.encode(HexFormat.of().parseHex(hex))).stream())
                .findFirst()
                .orElseThrow();
        ObjectNode jwk = keys.toJwk(small);
        assertThat(keys.fromJwk(jwk)).isPresent();
        BigInteger x =
                new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path("x").asText()));
        assertThat(keys.fromJwk(jwk.put("x", base64(unsigned(x.add(prime)))))).isEmpty();
    }

    /** The JOSE library's decoder skips the stars. */
    @Test
    void aMemberIsBase64Url() {
        assertThat(keys.fromJwk(okp(SOUND).put("x", "*" + base64(SOUND)))).isEmpty();
        assertThat(keys.fromJwk(rsa(modulus(2048), F4).put("e", "AQ*AB"))).isEmpty();
    }

    @Test
    void aThumbprintIsThatOfRfc8037() {
        assertThat(keys.fromJwk(okp(SOUND)).orElseThrow().thumbprint())
                .isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    @Test
    void anRsaKeyHasFrom2048To8192Bits() {
        assertThat(keys.fromJwk(rsa(modulus(2047), F4))).isEmpty();
        assertThat(keys.fromJwk(rsa(modulus(2048), F4))).isPresent();
        assertThat(keys.fromJwk(rsa(modulus(8192), F4))).isPresent();
        assertThat(keys.fromJwk(rsa(modulus(8193), F4))).isEmpty();
    }

    @Test
    void anRsaExponentIsOddAndNeitherOneNorLong() {
        assertThat(keys.fromJwk(rsa(modulus(2048), BigInteger.valueOf(3)))).isPresent();
        assertThat(keys.fromJwk(rsa(modulus(2048), BigInteger.ONE))).isEmpty();
        assertThat(keys.fromJwk(rsa(modulus(2048), BigInteger.valueOf(65536)))).isEmpty();
        assertThat(keys.fromJwk(rsa(modulus(2048), BigInteger.ONE.shiftLeft(64).add(BigInteger.ONE))))
                .isEmpty();
    }

    @Test
    void onlyAnRsaKeyIsTooShort() {
        assertThat(PublicKeys.isTooShort(rsa(modulus(2047), F4))).isTrue();
        assertThat(PublicKeys.isTooShort(rsa(modulus(2048), F4))).isFalse();
        assertThat(PublicKeys.isTooShort(rsa(BigInteger.ZERO, F4))).isFalse();
        assertThat(PublicKeys.isTooShort(rsa(modulus(1024), F4).put("kty", "EC")))
                .isFalse();
    }

    /** An odd number of so many bits; its factors are not checked. */
    private static BigInteger modulus(int bits) {
        return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.valueOf(3));
    }

    private static ObjectNode rsa(BigInteger modulus, BigInteger exponent) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kty", "RSA")
                .put("n", base64(unsigned(modulus)))
                .put("e", base64(unsigned(exponent)));
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes.length > 1 && bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static ObjectNode okp(byte[] key) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kty", "OKP")
                .put("crv", "Ed25519")
                .put("x", base64(key));
    }

    private static String multikey(byte[] key) {
        return "z"
                + Base58.encode(HexFormat.of().parseHex("ed01" + HexFormat.of().formatHex(key)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
