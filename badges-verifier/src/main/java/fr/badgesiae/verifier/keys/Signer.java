package fr.badgesiae.verifier.keys;

/** Signs bytes with a key that its owner keeps: Ed25519 (64 bytes), ECDSA as {@code r || s}, RSASSA-PKCS1-v1_5. */
@FunctionalInterface
public interface Signer {
    byte[] sign(byte[] data);
}
