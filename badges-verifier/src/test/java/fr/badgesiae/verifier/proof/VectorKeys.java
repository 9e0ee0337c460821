package fr.badgesiae.verifier.proof;

import fr.badgesiae.verifier.codec.Base58;
import fr.badgesiae.verifier.codec.HashAlgorithm;
import fr.badgesiae.verifier.keys.AllowedAlgorithms;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.KeyType;
import fr.badgesiae.verifier.keys.Signer;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.util.BigIntegers;

/** Signs like the authors of the test vectors: with published keys, deterministically. */
final class VectorKeys {
    private VectorKeys() {}

    /** @param multibase a private key in the encoding of the vectors: multicodec prefix of two bytes, then the secret */
    static Signer signer(Crypto crypto, AllowedAlgorithms algorithm, String multibase) {
        byte[] secret = secret(multibase);
        return switch (algorithm) {
            case ED25519 -> crypto.signer(algorithm, ed25519(crypto, secret));
            case ES256, ES384 -> data -> ecdsa(algorithm, new BigInteger(1, secret), data);
            case RS256 -> throw new IllegalArgumentException("no such vectors");
        };
    }

    static PrivateKey ed25519(Crypto crypto, byte[] seed) {
        String pkcs8 = "302e020100300506032b657004220420" + HexFormat.of().formatHex(seed);
        return crypto.privateKey(KeyType.ED25519, HexFormat.of().parseHex(pkcs8));
    }

    static byte[] secret(String multibase) {
        byte[] bytes = Base58.decode(multibase.substring(1)).orElseThrow();
        return Arrays.copyOfRange(bytes, 2, bytes.length);
    }

    /** RFC 6979. */
    private static byte[] ecdsa(AllowedAlgorithms algorithm, BigInteger secret, byte[] data) {
        boolean small = algorithm == AllowedAlgorithms.ES256;
        int length = small ? 32 : 48;
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(small ? new SHA256Digest() : new SHA384Digest()));
        ECDomainParameters domain = new ECDomainParameters(CustomNamedCurves.getByName(small ? "P-256" : "P-384"));
        signer.init(true, new ECPrivateKeyParameters(secret, domain));
        HashAlgorithm hash = small ? HashAlgorithm.SHA_256 : HashAlgorithm.SHA_384;
        BigInteger[] rs = signer.generateSignature(hash.digest().digest(data));
        byte[] both = new byte[2 * length];
        System.arraycopy(BigIntegers.asUnsignedByteArray(length, rs[0]), 0, both, 0, length);
        System.arraycopy(BigIntegers.asUnsignedByteArray(length, rs[1]), 0, both, length, length);
        return both;
    }
}
