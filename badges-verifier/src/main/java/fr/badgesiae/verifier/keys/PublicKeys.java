package fr.badgesiae.verifier.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.badgesiae.verifier.codec.Base58;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Reads and writes public keys as Multikey (CID 1.0) and JWK (RFC 7517, 8037). Thread-safe; keeps what it parsed. */
public final class PublicKeys {
    private static final int MAX_CACHED = 10_000;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyParser parser;
    private final Cache<String, Optional<VerificationKey>> parsed =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    public PublicKeys(Crypto crypto) {
        this.parser = new KeyParser(crypto);
    }

    /**
     * @param multikey a {@code publicKeyMultibase}: {@code z}, base58 of multicodec prefix and key
     * @return empty when it is no public key that this verifier knows
     */
    public Optional<VerificationKey> fromMultikey(String multikey) {
        return multikey.length() > 200 ? Optional.empty() : parsed.get(multikey, parser::multikey);
    }

    /**
     * @param jwk a public JWK; one with private members is refused
     * @return empty when it is no public signature key that this verifier knows
     */
    public Optional<VerificationKey> fromJwk(JsonNode jwk) {
        if (jwk.has("d")
                || jwk.has("k")
                || (jwk.has("use") && !"sig".equals(jwk.path("use").textValue()))
                || !mayVerify(jwk.path("key_ops"))) {
            return Optional.empty();
        }
        return KeyParser.essential(jwk)
                .flatMap(text -> parsed.get(text, key -> parser.jwk(jwk)))
                .filter(key -> isMeantFor(jwk.path("alg"), key));
    }

    /**
     * @param pem {@code -----BEGIN PUBLIC KEY-----} or {@code -----BEGIN RSA PUBLIC KEY-----}
     * @return empty when it is no public signature key that this verifier knows
     */
    public Optional<VerificationKey> fromPem(String pem) {
        return PemKeys.jwk(pem).flatMap(this::fromJwk);
    }

    /**
     * @param base58 the 32 bytes of an Ed25519 key, as {@code Ed25519VerificationKey2018} writes them
     */
    public Optional<VerificationKey> fromBase58(String base58) {
        return Base58.decode(base58).flatMap(bytes -> {
            byte[] prefix = KeyParser.varint(KeyType.ED25519.multicodec());
            byte[] all = Arrays.copyOf(prefix, prefix.length + bytes.length);
            System.arraycopy(bytes, 0, all, prefix.length, bytes.length);
            return fromMultikey("z" + Base58.encode(all));
        });
    }

    /** Whether a JWK is an RSA key with fewer bits than RS256 allows (RFC 7518 3.3). */
    public static boolean isTooShort(JsonNode jwk) {
        return KeyParser.isShortRsa(jwk);
    }

    /**
     * @throws IllegalArgumentException when the key is of no known kind
     */
    public VerificationKey of(PublicKey key) {
        return parser.jwk(jwk(key)).orElseThrow(() -> new IllegalArgumentException("unknown kind of key"));
    }

    /** The public JWK, only the members that make the key. */
    public ObjectNode toJwk(VerificationKey key) {
        return jwk(key.key());
    }

    /**
     * The {@code publicKeyMultibase}.
     *
     * @throws IllegalArgumentException for RSA, which has none here
     */
    public String toMultikey(VerificationKey key) {
        byte[] raw = switch (key.type()) {
            case ED25519 -> ed25519Bytes(key.key());
            case P256, P384 -> EllipticCurve.of(key.type()).compress(((ECPublicKey) key.key()).getW());
            case RSA -> throw new IllegalArgumentException("no Multikey for RSA");
        };
        byte[] prefix = KeyParser.varint(key.type().multicodec());
        byte[] all = Arrays.copyOf(prefix, prefix.length + raw.length);
        System.arraycopy(raw, 0, all, prefix.length, raw.length);
        return "z" + Base58.encode(all);
    }

    /** RFC 7517 4.4: a key that names its algorithm is for no other (RFC 8725 3.1). */
    private static boolean isMeantFor(JsonNode algorithm, VerificationKey key) {
        return algorithm.isMissingNode()
                || AllowedAlgorithms.ofJose(algorithm.asText())
                        .filter(named -> named.keyType() == key.type())
                        .isPresent();
    }

    /** RFC 7517 4.3. */
    private static boolean mayVerify(JsonNode operations) {
        if (!operations.isArray()) {
            return true;
        }
        for (JsonNode operation : operations) {
            if ("verify".equals(operation.textValue())) {
                return true;
            }
        }
        return false;
    }

    static ObjectNode jwk(PublicKey key) {
        ObjectNode jwk = JsonNodeFactory.instance.objectNode();
        if (key instanceof ECPublicKey ec) {
            int bits = ec.getParams().getCurve().getField().getFieldSize();
            KeyType type = bits == 256 ? KeyType.P256 : KeyType.P384;
            EllipticCurve curve = EllipticCurve.of(type);
            return jwk.put("kty", "EC")
                    .put("crv", type.crv())
                    .put("x", text(curve.unsigned(ec.getW().getAffineX())))
                    .put("y", text(curve.unsigned(ec.getW().getAffineY())));
        }
        if (key instanceof RSAPublicKey rsa) {
            return jwk.put("kty", "RSA")
                    .put("n", text(unsigned(rsa.getModulus())))
                    .put("e", text(unsigned(rsa.getPublicExponent())));
        }
        return jwk.put("kty", "OKP").put("crv", "Ed25519").put("x", text(ed25519Bytes(key)));
    }

    /** The last 32 bytes of the X.509 form (RFC 8410 section 4), whichever class holds the key. */
    private static byte[] ed25519Bytes(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    private static byte[] unsigned(java.math.BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String text(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }

    /** SHA-256 of the essential members (RFC 7638). */
    static String thumbprint(String essential) {
        return text(fr.badgesiae.verifier.codec.HashAlgorithm.SHA_256
                .digest()
                .digest(essential.getBytes(StandardCharsets.UTF_8)));
    }
}
