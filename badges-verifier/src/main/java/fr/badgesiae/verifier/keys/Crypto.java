package fr.badgesiae.verifier.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;

/** Signatures and key pairs of one JCA provider. Thread-safe. */
public final class Crypto {
    private static final int RSA_BITS = 2048;
    private final Provider provider;

    /**
     * @param provider see {@link CryptoProviders}
     */
    public Crypto(Provider provider) {
        this.provider = provider;
    }

    /** Uses the fastest provider available on this machine. */
    public static Crypto best() {
        return new Crypto(CryptoProviders.best());
    }

    /** The provider's name, for logs and benchmarks. */
    public String providerName() {
        return provider.getName();
    }

    /**
     * Whether a signature verifies. ECDSA signatures are {@code r || s} (IEEE P1363, as in JOSE and Data Integrity).
     *
     * @return false also for a key of another type and for a signature of another length
     */
    public boolean verify(AllowedAlgorithms algorithm, VerificationKey key, byte[] data, byte[] signature) {
        return key.type() == algorithm.keyType() && verify(algorithm, key.key(), data, signature);
    }

    /** The same for a key whose type is known. */
    boolean verify(AllowedAlgorithms algorithm, PublicKey key, byte[] data, byte[] signature) {
        if (!rightLength(algorithm, signature.length)) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(algorithm.jcaName(), provider);
            verifier.initVerify(key);
            verifier.update(data);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // providers throw on signatures out of range
        }
    }

    private static boolean rightLength(AllowedAlgorithms algorithm, int length) {
        return switch (algorithm) {
            case ED25519, ES256 -> length == 64;
            case ES384 -> length == 96;
            case RS256 -> length >= RSA_BITS / 8;
        };
    }

    /** A signer with one private key, which never leaves it. */
    public Signer signer(AllowedAlgorithms algorithm, PrivateKey key) {
        return data -> {
            try {
                Signature signer = Signature.getInstance(algorithm.jcaName(), provider);
                signer.initSign(key);
                signer.update(data);
                return signer.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("cannot sign with " + algorithm, e);
            }
        };
    }

    /** A new key pair. */
    public KeyPair generate(KeyType type, SecureRandom random) {
        try {
            // Java's own generator for Ed25519: the native provider has no factory that could read the key back.
            KeyPairGenerator generator = switch (type) {
                case ED25519 -> KeyPairGenerator.getInstance("Ed25519");
                case P256, P384 -> KeyPairGenerator.getInstance("EC", provider);
                case RSA -> KeyPairGenerator.getInstance("RSA", provider);
            };
            switch (type) {
                case ED25519 -> generator.initialize(255, random);
                case P256 -> generator.initialize(new ECGenParameterSpec("secp256r1"), random);
                case P384 -> generator.initialize(new ECGenParameterSpec("secp384r1"), random);
                case RSA -> generator.initialize(RSA_BITS, random);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot generate " + type, e);
        }
    }

    /**
     * Decodes a private key.
     *
     * @param pkcs8 the result of {@link PrivateKey#getEncoded()}
     * @throws IllegalArgumentException when the key is malformed or of another type
     */
    public PrivateKey privateKey(KeyType type, byte[] pkcs8) {
        try {
            return factory(type).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a private key of type " + type, e);
        }
    }

    /** The provider of keys and signatures. */
    Provider provider() {
        return provider;
    }

    PublicKey publicKey(KeyType type, KeySpec spec) throws GeneralSecurityException {
        return factory(type).generatePublic(spec);
    }

    /** A key built by the provider that uses it needs no translation at each use. */
    private KeyFactory factory(KeyType type) throws NoSuchAlgorithmException {
        return switch (type) {
            case ED25519 -> KeyFactory.getInstance("Ed25519");
            case P256, P384 -> KeyFactory.getInstance("EC", provider);
            case RSA -> KeyFactory.getInstance("RSA", provider);
        };
    }
}
