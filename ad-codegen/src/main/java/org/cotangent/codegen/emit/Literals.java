package org.cotangent.codegen.emit;

import java.math.BigDecimal;
import java.math.MathContext;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Type;

/** Java text of constants that gives the same bits back. */
final class Literals {

    /** Decimal digits that every double survives, and that every double needs at most. */
    private static final int SAFE_DIGITS = 15;

    private static final int ENOUGH_DIGITS = 17;

    /** Beyond these, scientific notation is shorter. */
    private static final double LARGE = 1e7;

    private static final double SMALL = 1e-3;

    private Literals() {}

    static String of(Constant constant) {
        if (constant.type().isReal()) {
            return real(constant.real());
        }
        if (constant.type().equals(Type.BOOLEAN)) {
            return Boolean.toString(constant.integer() != 0);
        }
        return constant.type().equals(Type.LONG) ? large(constant.integer()) : integer((int) constant.integer());
    }

    static String integer(int value) {
        return value == Integer.MIN_VALUE ? "Integer.MIN_VALUE" : Integer.toString(value);
    }

    static String large(long value) {
        return value == Long.MIN_VALUE ? "Long.MIN_VALUE" : value + "L";
    }

    static String real(double value) {
        if (Double.isNaN(value)) {
            return "Double.NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
        }
        String sign = Math.copySign(1, value) < 0 ? "-" : "";
        return sign + magnitude(Math.abs(value));
    }

    /** Whether the value reads best as an integer where Java widens it. */
    static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGE && !(value == 0 && 1 / value < 0);
    }

    private static String magnitude(double value) {
        if (isWhole(value)) {
            return (int) value + ".0";
        }
        BigDecimal shortest = shortest(value);
        if (value >= SMALL && value < LARGE) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        String fraction = digits.length() > 1 ? digits.substring(1) : "0";
        return digits.charAt(0) + "." + fraction + "E" + exponent;
    }

    /** As Double.toString does it from JDK 19 on; earlier ones sometimes print a digit more. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = SAFE_DIGITS; digits < ENOUGH_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
            if (rounded.doubleValue() == value) {
                return rounded;
            }
        }
        return exact.round(new MathContext(ENOUGH_DIGITS)).stripTrailingZeros();
    }
}
