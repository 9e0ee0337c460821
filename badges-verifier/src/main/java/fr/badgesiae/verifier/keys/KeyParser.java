package fr.badgesiae.verifier.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.codec.Base58;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Makes keys of text. Whatever is not exactly a key of a known kind is no key. */
public final class KeyParser {
    private static final byte[] ED25519_X509 = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
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
                return type == KeyType.ED25519
                        ? ed25519(raw)
                        : ec(type, EllipticCurve.of(type).decompress(raw));
            }
        }
        return Optional.empty();
    }

    Optional<VerificationKey> jwk(JsonNode jwk) {
        String kty = jwk.path("kty").asText();
        if (kty.equals("RSA")) {
            return rsa(bytes(jwk, "n"), bytes(jwk, "e"));
        }
        String crv = jwk.path("crv").asText();
        if (kty.equals("OKP") && crv.equals("Ed25519")) {
            return ed25519(bytes(jwk, "x"));
        }
        for (KeyType type : new KeyType[] {KeyType.P256, KeyType.P384}) {
            if (kty.equals("EC") && crv.equals(type.crv())) {
                return ec(type, EllipticCurve.of(type).point(bytes(jwk, "x"), bytes(jwk, "y")));
            }
        }
        return Optional.empty();
    }

    /** Whether it is an RSA key of fewer bits than RFC 7518 3.3 allows. */
    static boolean isShortRsa(JsonNode jwk) {
        int bits = new BigInteger(1, bytes(jwk, "n")).bitLength();
        return jwk.path("kty").asText().equals("RSA") && bits > 0 && bits < MIN_RSA_BITS;
    }

    /** The members that make the key, in the order of RFC 7638; empty when some are not there. */
    static Optional<String> essential(JsonNode jwk) {
        String[] names = switch (jwk.path("kty").asText()) {
            case "RSA" -> new String[] {"e", "kty", "n"};
            case "OKP" -> new String[] {"crv", "kty", "x"};
            case "EC" -> new String[] {"crv", "kty", "x", "y"};
            default -> new String[0];
        };
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            JsonNode member = jwk.path(name);
            if (!member.isTextual() || member.textValue().length() > MAX_MEMBER) {
                return Optional.empty();
            }
            members.put(name, member.textValue());
        }
        return names.length == 0 ? Optional.empty() : Optional.of(members.toString());
    }

    static byte[] varint(int number) {
        return number < 0x80
                ? new byte[] {(byte) number}
                : new byte[] {(byte) ((number & 0x7f) | 0x80), (byte) (number >> 7)};
    }

    private Optional<VerificationKey> ed25519(byte[] raw) {
        if (raw.length != KeyType.ED25519.multikeyLength() || !EdwardsPoint.isSafe(raw)) {
            return Optional.empty();
        }
        byte[] encoded = Arrays.copyOf(ED25519_X509, ED25519_X509.length + raw.length);
        System.arraycopy(raw, 0, encoded, ED25519_X509.length, raw.length);
        return key(KeyType.ED25519, new X509EncodedKeySpec(encoded));
    }

    private Optional<VerificationKey> ec(KeyType type, Optional<ECPoint> point) {
        return point.flatMap(
                w -> key(type, new ECPublicKeySpec(w, EllipticCurve.of(type).parameters())));
    }

    private Optional<VerificationKey> rsa(byte[] modulus, byte[] exponent) {
        BigInteger n = new BigInteger(1, modulus);
        BigInteger e = new BigInteger(1, exponent);
        boolean fits = n.bitLength() >= MIN_RSA_BITS
                && n.bitLength() <= MAX_RSA_BITS
                && e.testBit(0)
                && e.bitLength() >= 2
                && e.bitLength() <= 64;
        return fits ? key(KeyType.RSA, new RSAPublicKeySpec(n, e)) : Optional.empty();
    }

    private Optional<VerificationKey> key(KeyType type, java.security.spec.KeySpec spec) {
        try {
            PublicKey key = crypto.publicKey(type, spec);
            JsonNode jwk = PublicKeys.jwk(key);
            return essential(jwk).map(text -> new VerificationKey(type, key, PublicKeys.thumbprint(text)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(JsonNode jwk, String member) {
        try {
            return Base64.getUrlDecoder().decode(jwk.path(member).asText());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
