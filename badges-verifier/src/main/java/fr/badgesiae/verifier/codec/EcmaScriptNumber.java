package fr.badgesiae.verifier.codec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Writes a double as ECMAScript does (ECMA-262 6.1.6.1.20, RFC 8785 3.2.2.3): the fewest digits that read back as the same
 * number and, of those, the closest. Java 17's conversion sometimes writes one digit too many.
 */
final class EcmaScriptNumber {
    private static final int MAX_DIGITS = 17;
    /** Doubles distinguish all decimals of this many digits: a text of this length cannot be shortened. */
    private static final int SAFE_DIGITS = 15;

    private EcmaScriptNumber() {}

    /**
     * @param number finite
     */
    static String toString(double number) {
        if (number == 0) {
            return "0";
        }
        BigDecimal digits = shortest(Math.abs(number)).stripTrailingZeros();
        return (number < 0 ? "-" : "") + layOut(digits.unscaledValue().toString(), digits.precision() - digits.scale());
    }

    private static BigDecimal shortest(double number) {
        BigDecimal quick = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (quick.precision() <= SAFE_DIGITS && number >= Double.MIN_NORMAL) {
            return quick;
        }
        BigDecimal exact = new BigDecimal(number);
        int low = 1;
        int high = MAX_DIGITS;
        // More digits never read back worse, so a binary search finds the smallest number of them.
        while (low < high) {
            int middle = (low + high) / 2;
            if (withDigits(exact, number, middle).isEmpty()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return withDigits(exact, number, low).orElseThrow(); // 17 digits always read back
    }

    /** The closest decimal with this many digits that reads back as the number, if any. */
    private static Optional<BigDecimal> withDigits(BigDecimal exact, double number, int digits) {
        BigDecimal below = exact.round(new MathContext(digits, RoundingMode.FLOOR));
        BigDecimal above = exact.round(new MathContext(digits, RoundingMode.CEILING));
        boolean lower = below.doubleValue() == number;
        boolean upper = above.doubleValue() == number;
        if (lower && upper) {
            int nearer = exact.subtract(below).compareTo(above.subtract(exact));
            // Halfway cases are left open by ECMAScript; engines take the even digit.
            return Optional.of(
                    nearer < 0 || (nearer == 0 && !below.unscaledValue().testBit(0)) ? below : above);
        }
        return lower ? Optional.of(below) : Optional.of(above).filter(each -> upper);
    }

    /**
     * @param digits without leading or trailing zeros
     * @param point the number of digits before the decimal point
     */
    private static String layOut(String digits, int point) {
        int count = digits.length();
        if (point >= count && point <= 21) {
            return digits + "0".repeat(point - count);
        }
        if (point > 0 && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (point > -6 && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String exponent = (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
        return count == 1 ? digits + exponent : digits.charAt(0) + "." + digits.substring(1) + exponent;
    }
}
