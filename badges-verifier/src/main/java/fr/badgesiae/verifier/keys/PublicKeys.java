package fr.badgesiae.verifier.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import fr.badgesiae.verifier.codec.Base58;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes public keys as Multikey (CID 1.0) and JWK (RFC 7517, 8037). Thread-safe; caches parsed keys. */
public final class PublicKeys {
    private static final int MAX_CACHED = 10_000;
    private static final List<String> PRIVATE = List.of("d", "k", "p", "q", "dp", "dq", "qi", "oth");

    private final KeyParser parser;
    private final Cache<String, Optional<VerificationKey>> multikeys =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();
    private final Cache<Map<String, Object>, Optional<VerificationKey>> jwks =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    public PublicKeys(Crypto crypto) {
        this.parser = new KeyParser(crypto);
    }

    /**
     * @param multikey a {@code publicKeyMultibase}: {@code z}, base58 of multicodec prefix and key
     * @return empty when the key is malformed or unsupported
     */
    public Optional<VerificationKey> fromMultikey(String multikey) {
        return multikey.length() > 200 ? Optional.empty() : multikeys.get(multikey, parser::multikey);
    }

    /**
     * @param jwk a public JWK; one with private members is refused
     * @return empty when the key is malformed or unsupported
     */
    public Optional<VerificationKey> fromJwk(JsonNode jwk) {
        if (PRIVATE.stream().anyMatch(jwk::has)
                || (jwk.has("use") && !"sig".equals(jwk.path("use").textValue()))
                || !mayVerify(jwk.path("key_ops"))) {
            return Optional.empty();
        }
        return KeyParser.essential(jwk)
                .flatMap(members -> jwks.get(members, parser::jwk))
                .filter(key -> isMeantFor(jwk.path("alg"), key));
    }

    /**
     * @param pem {@code -----BEGIN PUBLIC KEY-----} or {@code -----BEGIN RSA PUBLIC KEY-----}
     * @return empty when the key is malformed or unsupported
     */
    public Optional<VerificationKey> fromPem(String pem) {
        return PemKeys.jwk(pem).flatMap(this::fromJwk);
    }

    /** @param base58 the 32 bytes of an Ed25519 key, as in {@code Ed25519VerificationKey2018} */
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

    /** @throws IllegalArgumentException when the key type is unsupported */
    public VerificationKey of(PublicKey key) {
        return parser.of(nimbus(key)).orElseThrow(() -> new IllegalArgumentException("unknown kind of key"));
    }

    /** The public JWK, with the required members only. */
    public ObjectNode toJwk(VerificationKey key) {
        return json(key.jwk());
    }

    /**
     * The {@code publicKeyMultibase}.
     *
     * @throws IllegalArgumentException for RSA, which has no supported Multikey form
     */
    public String toMultikey(VerificationKey key) {
        byte[] prefix = KeyParser.varint(key.type().multicodec());
        byte[] raw = raw(key.jwk());
        byte[] all = Arrays.copyOf(prefix, prefix.length + raw.length);
        System.arraycopy(raw, 0, all, prefix.length, raw.length);
        return "z" + Base58.encode(all);
    }

    /** The bytes of a Multikey; of a point the compressed form (SEC 1 2.3.3). */
    private static byte[] raw(JWK jwk) {
        if (jwk instanceof OctetKeyPair pair) {
            return pair.getDecodedX();
        }
        if (jwk instanceof ECKey ec) {
            byte[] x = ec.getX().decode();
            byte[] y = ec.getY().decode();
            return ByteBuffer.allocate(1 + x.length)
                    .put((byte) (2 | (y[y.length - 1] & 1)))
                    .put(x)
                    .array();
        }
        throw new IllegalArgumentException("no Multikey for " + jwk.getKeyType());
    }

    /** A key with {@code alg} is for that algorithm only (RFC 7517 4.4, RFC 8725 3.1). */
    private static boolean isMeantFor(JsonNode algorithm, VerificationKey key) {
        return algorithm.isMissingNode()
                || AllowedAlgorithms.ofJose(algorithm.asText())
                        .filter(named -> named.keyType() == key.type())
                        .isPresent();
    }

    /** Whether {@code key_ops} allows verification (RFC 7517 4.3). */
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

    /**
     * The JWK of a key of any provider, not validated.
     *
     * @throws IllegalArgumentException when the key type or its curve is unknown
     */
    static ObjectNode jwk(PublicKey key) {
        return json(nimbus(key));
    }

    /** The required members of a JWK, in the order of RFC 7638. */
    static ObjectNode json(JWK jwk) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        jwk.getRequiredParams().forEach((name, value) -> members.put(name, String.valueOf(value)));
        return members;
    }

    private static JWK nimbus(PublicKey key) {
        if (key instanceof ECPublicKey ec) {
            Curve curve = Curve.forECParameterSpec(ec.getParams());
            if (curve == null) {
                throw new IllegalArgumentException("unknown curve");
            }
            return new ECKey.Builder(curve, ec).build();
        }
        if (key instanceof RSAPublicKey rsa) {
            return new RSAKey.Builder(rsa).build();
        }
        // The last 32 bytes of the X.509 form (RFC 8410 section 4), for a key of any class.
        byte[] encoded = key.getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - KeyType.ED25519.multikeyLength(), encoded.length);
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(raw)).build();
    }
}
