package fr.badgesiae.verifier.jsonld;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes that RDFC-1.0 and the cryptosuites use. */
public enum HashAlgorithm {
    SHA_256("SHA-256"),
    SHA_384("SHA-384");

    private final String jcaName;

    HashAlgorithm(String jcaName) {
        this.jcaName = jcaName;
    }

    /** A fresh digest. */
    public MessageDigest digest() {
        try {
            return MessageDigest.getInstance(jcaName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + jcaName, e);
        }
    }

    /** The hash of a text's UTF-8 bytes. */
    public byte[] hash(String text) {
        return digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
