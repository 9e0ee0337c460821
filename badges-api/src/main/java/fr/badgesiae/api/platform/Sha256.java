package fr.badgesiae.api.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 (FIPS 180-4). */
public final class Sha256 {
    private Sha256() {}

    /** The digest of the concatenated parts, 32 bytes. */
    public static byte[] of(Iterable<byte[]> parts) {
        MessageDigest digest = digest();
        parts.forEach(digest::update);
        return digest.digest();
    }

    /** The digest of a text in UTF-8. */
    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of texts, each with its length in bytes first: no two lists have the same bytes. */
    public static byte[] ofTexts(List<String> texts) {
        return of(texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .flatMap(bytes -> Stream.of((bytes.length + ":").getBytes(StandardCharsets.US_ASCII), bytes))
                .toList());
    }

    public static byte[] of(byte[] bytes) {
        return digest().digest(bytes);
    }

    /** The digest of what a stream still has. */
    public static byte[] of(InputStream bytes) throws IOException {
        MessageDigest digest = digest();
        byte[] part = new byte[8192];
        for (int read = bytes.read(part); read >= 0; read = bytes.read(part)) {
            digest.update(part, 0, read);
        }
        return digest.digest();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
