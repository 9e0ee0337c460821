package fr.badgesiae.schemas.samples;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** A P-256 key made from a word, for samples only; signs deterministically (RFC 6979). */
record EcKey(BigInteger secret) implements JwsKey {
    static EcKey of(String word) {
        return new EcKey(new BigInteger(1, digest(("sample key " + word).getBytes(StandardCharsets.UTF_8))));
    }

    private static ECDomainParameters domain() {
        X9ECParameters curve = CustomNamedCurves.getByName("P-256");
        return new ECDomainParameters(curve);
    }

    private static byte[] digest(byte[] data) {
        SHA256Digest sha = new SHA256Digest();
        sha.update(data, 0, data.length);
        byte[] hash = new byte[32];
        sha.doFinal(hash, 0);
        return hash;
    }

    private BigInteger[] signature(byte[] data) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(secret, domain()));
        return signer.generateSignature(digest(data));
    }

    @Override
    public String algorithm() {
        return "ES256";
    }

    @Override
    public byte[] sign(byte[] data) {
        BigInteger[] rs = signature(data);
        byte[] both = new byte[64];
        System.arraycopy(BigIntegers.asUnsignedByteArray(32, rs[0]), 0, both, 0, 32);
        System.arraycopy(BigIntegers.asUnsignedByteArray(32, rs[1]), 0, both, 32, 32);
        return both;
    }

    @Override
    public String jwk() {
        ECPoint point = domain().getG().multiply(secret).normalize();
        String x = Encodings.base64url(point.getAffineXCoord().getEncoded());
        String y = Encodings.base64url(point.getAffineYCoord().getEncoded());
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}";
    }
}
