package fr.badgesiae.verifier.keys;

import java.math.BigInteger;
import java.util.Set;

/** Points of edwards25519 as RFC 8032 5.1.2 writes them: which are no keys although libraries take them. */
public final class EdwardsPoint {
    private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger OF_ORDER_EIGHT =
            new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16);
    /** The y of every point of order 1, 2, 4 or 8. */
    private static final Set<BigInteger> SMALL = Set.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            PRIME.subtract(BigInteger.ONE),
            OF_ORDER_EIGHT,
            PRIME.subtract(OF_ORDER_EIGHT));

    private EdwardsPoint() {}

    /**
     * Whether signatures under this point can say anything: under a point of small order anybody can sign anything, and a
     * coordinate past the prime is a second spelling of another.
     *
     * @param encoded 32 bytes, least significant first, the sign of x in the last bit
     */
    static boolean isSafe(byte[] encoded) {
        byte[] y = new byte[encoded.length];
        for (int i = 0; i < encoded.length; i++) {
            y[i] = encoded[encoded.length - 1 - i];
        }
        y[0] &= 0x7f;
        BigInteger coordinate = new BigInteger(1, y);
        return coordinate.compareTo(PRIME) < 0 && !SMALL.contains(coordinate);
    }
}
