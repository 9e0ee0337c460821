package fr.badgesiae.verifier.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import fr.badgesiae.verifier.codec.Base58;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/** Parses keys from JWK, Multikey and raw bytes; anything but an exact key of a known type is rejected. */
public final class KeyParser {
    private static final byte[] ED25519_X509 = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int UNCOMPRESSED = 4;
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;
    private static final int MAX_MEMBER = 2000;

    private final Crypto crypto;

    KeyParser(Crypto crypto) {
        this.crypto = crypto;
    }

    Optional<VerificationKey> multikey(String text) {
        if (!text.startsWith("z")) {
            return Optional.empty();
        }
        byte[] bytes = Base58.decode(text.substring(1)).orElse(new byte[0]);
        for (KeyType type : KeyType.values()) {
            byte[] prefix = type.multicodec() < 0 ? new byte[0] : varint(type.multicodec());
            boolean fits = prefix.length > 0
                    && bytes.length == prefix.length + type.multikeyLength()
                    && Arrays.equals(prefix, Arrays.copyOf(bytes, prefix.length));
            if (fits) {
                byte[] raw = Arrays.copyOfRange(bytes, prefix.length, bytes.length);
                return type == KeyType.ED25519 ? ed25519(raw) : ec(type, raw);
            }
        }
        return Optional.empty();
    }

    /** @param members by {@link #essential} */
    Optional<VerificationKey> jwk(Map<String, Object> members) {
        try {
            return of(JWK.parse(members));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key of a JWK, within our bounds. */
    Optional<VerificationKey> of(JWK jwk) {
        if (jwk instanceof OctetKeyPair pair) {
            return pair.getCurve().equals(Curve.Ed25519) ? ed25519(pair.getDecodedX()) : Optional.empty();
        }
        if (jwk instanceof ECKey ec) {
            return ec(ec);
        }
        return jwk instanceof RSAKey rsa ? rsa(rsa) : Optional.empty();
    }

    /** Whether the JWK is an RSA key with fewer bits than RFC 7518 3.3 allows. */
    static boolean isShortRsa(JsonNode jwk) {
        byte[] modulus = bytes(jwk.path("n").asText());
        int bits = modulus == null ? 0 : new BigInteger(1, modulus).bitLength();
        return jwk.path("kty").asText().equals("RSA") && bits > 0 && bits < MIN_RSA_BITS;
    }

    /**
     * The required members of a key (RFC 7638 3.2), each number in its only canonical form; empty when one is missing, too
     * long or not base64url. The JOSE library's decoder skips characters that are not base64url.
     */
    static Optional<Map<String, Object>> essential(JsonNode jwk) {
        List<String> names = switch (jwk.path("kty").asText()) {
            case "RSA" -> List.of("e", "kty", "n");
            case "OKP" -> List.of("crv", "kty", "x");
            case "EC" -> List.of("crv", "kty", "x", "y");
            default -> List.of();
        };
        Map<String, Object> members = new TreeMap<>();
        for (String name : names) {
            String value = canonical(name, jwk.path(name).textValue());
            if (value == null) {
                return Optional.empty();
            }
            members.put(name, value);
        }
        return members.isEmpty() ? Optional.empty() : Optional.of(members);
    }

    private static @Nullable String canonical(String name, @Nullable String text) {
        if (text == null || text.length() > MAX_MEMBER) {
            return null;
        }
        if (name.equals("kty") || name.equals("crv")) {
            return text;
        }
        byte[] bytes = bytes(text);
        if (bytes == null) {
            return null;
        }
        int zeros = 0; // a number has no leading ones (RFC 7518 6.3.1)
        while ((name.equals("n") || name.equals("e")) && zeros < bytes.length && bytes[zeros] == 0) {
            zeros++;
        }
        return BASE64.encodeToString(zeros == 0 ? bytes : Arrays.copyOfRange(bytes, zeros, bytes.length));
    }

    static byte[] varint(int number) {
        return number < 0x80
                ? new byte[] {(byte) number}
                : new byte[] {(byte) ((number & 0x7f) | 0x80), (byte) (number >> 7)};
    }

    /**
     * Refuses points of small order, under which anybody can sign, second encodings of a point and what is no point (RFC
     * 8032 5.1.3). Providers accept all of them as keys.
     */
    private Optional<VerificationKey> ed25519(byte[] raw) {
        if (raw.length != KeyType.ED25519.multikeyLength() || !Ed25519.validatePublicKeyPartial(raw, 0)) {
            return Optional.empty();
        }
        byte[] encoded = Arrays.copyOf(ED25519_X509, ED25519_X509.length + raw.length);
        System.arraycopy(raw, 0, encoded, ED25519_X509.length, raw.length);
        try {
            PublicKey key = crypto.publicKey(KeyType.ED25519, new X509EncodedKeySpec(encoded));
            JWK jwk = new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(raw)).build();
            return Optional.of(key(KeyType.ED25519, key, jwk, new Ed25519JwsVerifier(crypto, key)));
        } catch (GeneralSecurityException | JOSEException e) {
            return Optional.empty();
        }
    }

    private Optional<VerificationKey> ec(ECKey jwk) {
        byte[] x = jwk.getX().decode();
        byte[] y = jwk.getY().decode();
        for (KeyType type : List.of(KeyType.P256, KeyType.P384)) {
            int length = type.coordinateLength();
            if (jwk.getCurve().equals(type.curve()) && x.length == length && y.length == length) {
                byte[] point = ByteBuffer.allocate(1 + 2 * length)
                        .put((byte) UNCOMPRESSED)
                        .put(x)
                        .put(y)
                        .array();
                return ec(type, point);
            }
        }
        return Optional.empty();
    }

    /** @param encoded a point (SEC 1 2.3.4); refused when out of field or off the curve */
    private Optional<VerificationKey> ec(KeyType type, byte[] encoded) {
        Curve curve = type.curve();
        if (curve == null) {
            return Optional.empty();
        }
        try {
            ECPoint point =
                    CustomNamedCurves.getByName(curve.getStdName()).getCurve().decodePoint(encoded);
            int bits = 8 * type.coordinateLength();
            ECKey jwk = new ECKey.Builder(
                            curve,
                            ECKey.encodeCoordinate(bits, point.getAffineXCoord().toBigInteger()),
                            ECKey.encodeCoordinate(bits, point.getAffineYCoord().toBigInteger()))
                    .build();
            ECPublicKey key = jwk.toECPublicKey(crypto.provider());
            return Optional.of(key(type, key, jwk, new ECDSAVerifier(key)));
        } catch (JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<VerificationKey> rsa(RSAKey jwk) {
        BigInteger n = jwk.getModulus().decodeToBigInteger();
        BigInteger e = jwk.getPublicExponent().decodeToBigInteger();
        boolean fits = n.bitLength() >= MIN_RSA_BITS
                && n.bitLength() <= MAX_RSA_BITS
                && e.testBit(0)
                && e.bitLength() >= 2
                && e.bitLength() <= 64;
        if (!fits) {
            return Optional.empty();
        }
        try {
            // Not RSAKey.toRSAPublicKey: its key is not built by our provider and would be translated at each use.
            RSAPublicKey key = (RSAPublicKey) crypto.publicKey(KeyType.RSA, new RSAPublicKeySpec(n, e));
            return Optional.of(key(KeyType.RSA, key, jwk, new RSASSAVerifier(key)));
        } catch (GeneralSecurityException | JOSEException refused) {
            return Optional.empty();
        }
    }

    private VerificationKey key(KeyType type, PublicKey key, JWK jwk, JWSVerifier verifier) throws JOSEException {
        verifier.getJCAContext().setProvider(crypto.provider());
        return new VerificationKey(type, key, jwk, jwk.computeThumbprint().toString(), verifier);
    }

    /** Null for a text that is not base64url. */
    private static byte @Nullable [] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
