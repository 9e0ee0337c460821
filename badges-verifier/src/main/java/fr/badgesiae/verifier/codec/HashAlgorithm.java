package fr.badgesiae.verifier.codec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash algorithms of RDFC-1.0 and the cryptosuites. */
public enum HashAlgorithm {
    SHA_256("SHA-256"),
    SHA_384("SHA-384");

    private final String jcaName;

    HashAlgorithm(String jcaName) {
        this.jcaName = jcaName;
    }

    /** A new message digest. */
    public MessageDigest digest() {
        try {
            return MessageDigest.getInstance(jcaName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + jcaName, e);
        }
    }

    /**
     * The hash of the text in UTF-8, updated line by line: most lines are ASCII, which Java encodes at the cost of a copy.
     */
    public byte[] hash(String text) {
        MessageDigest digest = digest();
        int from = 0;
        while (from < text.length()) {
            int feed = text.indexOf('\n', from);
            int to = feed < 0 ? text.length() : feed + 1;
            digest.update(text.substring(from, to).getBytes(StandardCharsets.UTF_8));
            from = to;
        }
        return digest.digest();
    }
}
