package fr.badgesiae.schemas.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Base64;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.util.BigIntegers;

/** The RSA keys of the samples, each from two fixed primes. */
record RsaKey(BigInteger p, BigInteger q) implements JwsKey {
    private static final BigInteger E = BigInteger.valueOf(65537);

    static RsaKey fixed() {
        String p =
                "d5db5092a08afaab54e80632c8a66fdf1c67420d1b17c21e7512f34a5c8a631cf6fe83d10a53c1a0e0fbcdc748ef9c00f6f7"
                        + "3ce5d0e9cc9dc2a073c79f9a505adeb4ff2017daa711149315dd5585b4bdf09cbfc6de59b1b9c3eb2c1b2a16505b00f25bfa"
                        + "4f274e76bc5b5abefb0470687f2549d575c0db29c2f7c417ca1e15d3";
        String q =
                "f385bf0de5d81bd3f3751e822d5133f2edf6a464e328c5cbc28f10f92048da61e01695aec36e7af62b50e22c5a49d2f2a77b"
                        + "a5b0f6f17eaedfa59b384baec9e0b5494a7b9f7b7a93af0579e3d40d7a564dbbd3580502288a61bfdd9b8d3629162056609e"
                        + "060881f2404b3e6d30d72b1bfbf569e21126edc35723d9884cfaad8f";
        return new RsaKey(new BigInteger(p, 16), new BigInteger(q, 16));
    }

    /** A key of 1024 bits, which no verifier should accept. */
    static RsaKey shortOne() {
        String p = "c2079f8816aebb4a155d1aa50273708b8f4466683bff0507ef6e7fe6f8b1dac778d9b65eeacc54d9f1dab5490ad35598"
                + "3e15fa94f6940d5bf298c92207bc3281";
        String q = "fd6312e93434ac19f98a3266a4778afadf74f90d57ff325aa79dce40f1148a2f35187407ec6e4c04f052db6f164fb73c"
                + "387a6b387b2661e806eeb57e5c1b9031";
        return new RsaKey(new BigInteger(p, 16), new BigInteger(q, 16));
    }

    private BigInteger modulus() {
        return p.multiply(q);
    }

    @Override
    public String algorithm() {
        return "RS256";
    }

    @Override
    public byte[] sign(byte[] data) {
        BigInteger phi = p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE));
        RSADigestSigner signer = new RSADigestSigner(new SHA256Digest());
        signer.init(true, new RSAKeyParameters(true, modulus(), E.modInverse(phi)));
        signer.update(data, 0, data.length);
        try {
            return signer.generateSignature();
        } catch (org.bouncycastle.crypto.CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key as PEM, X.509. */
    String pem() {
        try {
            byte[] encoded = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                            new RSAKeyParameters(false, modulus(), E))
                    .getEncoded();
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
            return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String jwk() {
        String n = Encodings.base64url(BigIntegers.asUnsignedByteArray(modulus().bitLength() / 8, modulus()));
        return "{\"kty\":\"RSA\",\"n\":\"" + n + "\",\"e\":\"AQAB\"}";
    }
}
