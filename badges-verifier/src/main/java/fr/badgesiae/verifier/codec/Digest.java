package fr.badgesiae.verifier.codec;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A digest in a credential (VC Data Model 2.0, 5.3).
 *
 * @param algorithm the JCA name
 * @param value the expected digests; one match suffices
 */
public record Digest(String algorithm, List<byte[]> value) {
    private static final int MAX_TEXT = 4096;
    /** In order of strength; only the strongest counts (Subresource Integrity 3.2.5). */
    private static final List<String> SRI = List.of("sha512", "sha384", "sha256");

    /** The expected digest of the document that an object names; empty when its form is unknown. */
    public static Optional<Digest> of(JsonNode object) {
        JsonNode multibase = object.path("digestMultibase");
        JsonNode sri = object.path("digestSRI");
        String text = multibase.isTextual() ? multibase.textValue() : sri.asText("");
        if (text.length() > MAX_TEXT) {
            return Optional.empty();
        }
        return multibase.isTextual() ? multibase(text) : sri(text);
    }

    public boolean matches(byte[] document) {
        byte[] actual = digest(document);
        return value.stream().anyMatch(expected -> MessageDigest.isEqual(expected, actual));
    }

    public String hex(byte[] document) {
        return HexFormat.of().formatHex(digest(document));
    }

    private byte[] digest(byte[] document) {
        try {
            return MessageDigest.getInstance(algorithm).digest(document);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    private static Optional<Digest> sri(String text) {
        for (String name : SRI) {
            List<byte[]> values = Stream.of(text.strip().split("\\s+"))
                    .filter(one -> one.startsWith(name + "-"))
                    .map(one -> base64(one.substring(name.length() + 1).replaceFirst("\\?.*", "")))
                    .flatMap(Optional::stream)
                    .toList();
            if (!values.isEmpty()) {
                return Optional.of(new Digest("SHA-" + name.substring(3), values));
            }
        }
        return Optional.empty();
    }

    /** A multihash in multibase (Controlled Identifiers 1.0, 2.4 and 2.5). */
    private static Optional<Digest> multibase(String text) {
        if (text.length() < 2) {
            return Optional.empty();
        }
        String rest = text.substring(1);
        Optional<byte[]> bytes = switch (text.charAt(0)) {
            case 'u', 'U', 'm', 'M' -> base64(rest);
            case 'z' -> Base58.decode(rest);
            case 'f', 'F' -> hexadecimal(rest);
            default -> Optional.empty();
        };
        return bytes.flatMap(Digest::multihash);
    }

    private static Optional<Digest> multihash(byte[] bytes) {
        if (bytes.length < 2 || bytes[1] != bytes.length - 2) {
            return Optional.empty();
        }
        String algorithm = switch (bytes[0]) {
            case 0x12 -> "SHA-256";
            case 0x13 -> "SHA-512";
            case 0x20 -> "SHA-384";
            case 0x14 -> "SHA3-512";
            case 0x15 -> "SHA3-384";
            case 0x16 -> "SHA3-256";
            default -> null;
        };
        List<byte[]> value = List.of(Arrays.copyOfRange(bytes, 2, bytes.length));
        return Optional.ofNullable(algorithm).map(name -> new Digest(name, value));
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder()
                    .decode(text.replace('+', '-').replace('/', '_').replaceFirst("=+$", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> hexadecimal(String text) {
        try {
            return Optional.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
