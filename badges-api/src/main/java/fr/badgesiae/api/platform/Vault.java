package fr.badgesiae.api.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts values that a copy of the database must not reveal, and derives look-up values from secrets. AES-256-GCM under
 * a versioned master key kept outside the database; thread-safe.
 *
 * <p>Sealed form: one byte of key version, 12 bytes of nonce, ciphertext with its 16-byte tag. The context (such as {@code
 * signing_key_secret|id|organisation|1}) is authenticated data: a value copied to another row does not decrypt.
 */
public final class Vault {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final TreeMap<Integer, SecretKeySpec> sealing = new TreeMap<>();
    private final SecretKeySpec lookup;
    private final Ids ids;

    /**
     * @param masterKeys 32 bytes for each version (1 to 127); the highest encrypts, all decrypt
     * @param pepper 32 bytes for look-up values, never rotated (they cannot be recomputed)
     */
    public Vault(Map<Integer, byte[]> masterKeys, byte[] pepper, Ids ids) {
        if (masterKeys.isEmpty() || pepper.length != 32) {
            throw new IllegalArgumentException("the vault needs a master key and a pepper of 32 bytes");
        }
        masterKeys.forEach((version, key) -> {
            if (version < 1 || version > 127 || key.length != 32) {
                throw new IllegalArgumentException("a master key has 32 bytes and a version from 1 to 127");
            }
            sealing.put(version, new SecretKeySpec(key, "AES"));
        });
        this.lookup = new SecretKeySpec(pepper, "HmacSHA256");
        this.ids = ids;
    }

    public byte[] seal(byte[] plain, String context) {
        byte[] nonce = ids.bytes(NONCE);
        int version = sealing.lastKey();
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, version, nonce, context).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE + sealed.length)
                    .put((byte) version)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    /**
     * Decrypts a value of {@link #seal}.
     *
     * @throws IllegalStateException when the value was changed or copied, or its master key is not configured
     */
    public byte[] open(byte[] sealed, String context) {
        int version = sealed.length > 1 + NONCE ? sealed[0] : 0;
        if (!sealing.containsKey(version)) {
            throw new IllegalStateException("sealed under master key version " + version + ", which is not configured");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, version, Arrays.copyOfRange(sealed, 1, 1 + NONCE), context)
                    .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed value does not open: changed, moved, or another master key", e);
        }
    }

    /** HMAC-SHA-256 of a secret for one purpose. Stored and searched in place of the secret. */
    public byte[] lookup(String purpose, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(lookup);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }

    /** What tells one master key from another, by version: 16 hexadecimal digits that reveal nothing of it. */
    public Map<Integer, String> fingerprints() {
        Map<Integer, String> fingerprints = new TreeMap<>();
        sealing.forEach((version, key) -> fingerprints.put(version, fingerprint("master key", key)));
        return fingerprints;
    }

    /** The same of the pepper. */
    public String pepperFingerprint() {
        return fingerprint("pepper", lookup);
    }

    private static String fingerprint(String purpose, SecretKeySpec key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(("badges-iae fingerprint of the " + purpose).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(key.getEncoded()), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    private Cipher cipher(int mode, int version, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing.get(version), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
