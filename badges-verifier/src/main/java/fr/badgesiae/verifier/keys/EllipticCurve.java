package fr.badgesiae.verifier.keys;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Optional;

/** Points of P-256 and P-384: whether one is on the curve, and how it is written. */
public final class EllipticCurve {
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private final ECParameterSpec parameters;
    private final BigInteger prime;
    private final int length;

    private EllipticCurve(ECParameterSpec parameters, int length) {
        this.parameters = parameters;
        this.prime = ((ECFieldFp) parameters.getCurve().getField()).getP();
        this.length = length;
    }

    static EllipticCurve of(KeyType type) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(type == KeyType.P256 ? "secp256r1" : "secp384r1"));
            return new EllipticCurve(parameters.getParameterSpec(ECParameterSpec.class), type.coordinateLength());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform knows the NIST curves", e);
        }
    }

    ECParameterSpec parameters() {
        return parameters;
    }

    /** A point that is on the curve, or empty: a point beside it would leak or break what is computed with it. */
    Optional<ECPoint> point(byte[] x, byte[] y) {
        if (x.length != length || y.length != length) {
            return Optional.empty();
        }
        BigInteger px = new BigInteger(1, x);
        BigInteger py = new BigInteger(1, y);
        boolean inField = px.compareTo(prime) < 0 && py.compareTo(prime) < 0;
        boolean onCurve = inField && py.multiply(py).mod(prime).equals(rightSide(px));
        return onCurve ? Optional.of(new ECPoint(px, py)) : Optional.empty();
    }

    /** SEC 1 section 2.3.4, compressed form. Both primes are 3 modulo 4, so a root is one power. */
    Optional<ECPoint> decompress(byte[] bytes) {
        if (bytes.length != length + 1 || (bytes[0] != 2 && bytes[0] != 3)) {
            return Optional.empty();
        }
        byte[] x = java.util.Arrays.copyOfRange(bytes, 1, bytes.length);
        BigInteger root =
                rightSide(new BigInteger(1, x)).modPow(prime.add(BigInteger.ONE).shiftRight(2), prime);
        boolean odd = root.testBit(0);
        BigInteger y = odd == (bytes[0] == 3) ? root : prime.subtract(root).mod(prime);
        return point(x, unsigned(y));
    }

    byte[] compress(ECPoint point) {
        byte[] bytes = new byte[length + 1];
        bytes[0] = (byte) (point.getAffineY().testBit(0) ? 3 : 2);
        System.arraycopy(unsigned(point.getAffineX()), 0, bytes, 1, length);
        return bytes;
    }

    byte[] unsigned(BigInteger number) {
        byte[] bytes = new byte[length];
        byte[] raw = number.toByteArray();
        int used = Math.min(raw.length, length);
        System.arraycopy(raw, raw.length - used, bytes, length - used, used);
        return bytes;
    }

    private BigInteger rightSide(BigInteger x) {
        BigInteger a = parameters.getCurve().getA();
        return x.modPow(THREE, prime)
                .add(a.multiply(x))
                .add(parameters.getCurve().getB())
                .mod(prime);
    }
}
