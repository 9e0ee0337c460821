package fr.badgesiae.schemas.samples;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** A P-256 or P-384 key derived from a word, for samples only; signs deterministically (RFC 6979). */
record EcKey(BigInteger secret, int bits) implements JwsKey {
    static EcKey of(String word) {
        return new EcKey(secret(word), 256);
    }

    static EcKey p384(String word) {
        return new EcKey(secret(word), 384);
    }

    private static BigInteger secret(String word) {
        return new BigInteger(1, digest(new SHA256Digest(), ("sample key " + word).getBytes(StandardCharsets.UTF_8)));
    }

    private ECDomainParameters domain() {
        return new ECDomainParameters(CustomNamedCurves.getByName("P-" + bits));
    }

    private static byte[] digest(Digest sha, byte[] data) {
        sha.update(data, 0, data.length);
        byte[] hash = new byte[sha.getDigestSize()];
        sha.doFinal(hash, 0);
        return hash;
    }

    private Digest sha() {
        return bits == 256 ? new SHA256Digest() : new SHA384Digest();
    }

    private ECPoint point() {
        return domain().getG().multiply(secret).normalize();
    }

    /** The Multikey: the multicodec prefix and the compressed point. */
    String multikey() {
        return Encodings.multibase58(multikeyBytes());
    }

    /** The bytes of {@link #multikey}. */
    byte[] multikeyBytes() {
        byte[] point = point().getEncoded(true);
        byte[] bytes = Arrays.copyOf(new byte[] {(byte) (bits == 256 ? 0x80 : 0x81), 0x24}, point.length + 2);
        System.arraycopy(point, 0, bytes, 2, point.length);
        return bytes;
    }

    @Override
    public String algorithm() {
        return bits == 256 ? "ES256" : "ES384";
    }

    @Override
    public byte[] sign(byte[] data) {
        int length = bits / 8;
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(sha()));
        signer.init(true, new ECPrivateKeyParameters(secret, domain()));
        BigInteger[] rs = signer.generateSignature(digest(sha(), data));
        byte[] both = new byte[2 * length];
        System.arraycopy(BigIntegers.asUnsignedByteArray(length, rs[0]), 0, both, 0, length);
        System.arraycopy(BigIntegers.asUnsignedByteArray(length, rs[1]), 0, both, length, length);
        return both;
    }

    @Override
    public String jwk() {
        ObjectNode jwk = Json.object("{}");
        return jwk.put("kty", "EC")
                .put("crv", "P-" + bits)
                .put("x", Encodings.base64url(point().getAffineXCoord().getEncoded()))
                .put("y", Encodings.base64url(point().getAffineYCoord().getEncoded()))
                .toString();
    }
}
