package org.cotangent.ad.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers as reports show them, the same on every machine whatever its language. */
final class Text {

    private static final int DIGITS = 10;
    private static final int FEW_DIGITS = 2;
    private static final int SHOWN_COORDINATES = 6;
    private static final double SMALLEST_PLAIN = 1e-3;
    private static final double LARGEST_PLAIN = 1e7;

    private Text() {}

    /** A value, to ten digits. */
    static String of(double value) {
        return rounded(value, DIGITS);
    }

    /** An error or a factor, to two digits. */
    static String few(double value) {
        return rounded(value, FEW_DIGITS);
    }

    private static String rounded(double value, int digits) {
        if (!Double.isFinite(value) || value == 0) {
            return Double.toString(value).replace(".0", "");
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        boolean plain = Math.abs(value) >= SMALLEST_PLAIN && Math.abs(value) < LARGEST_PLAIN;
        if (plain) {
            return rounded.toPlainString();
        }
        String mantissa = rounded.unscaledValue().abs().toString();
        int exponent = mantissa.length() - 1 - rounded.scale();
        return (value < 0 ? "-" : "") + mantissa.charAt(0) + (mantissa.length() > 1 ? "." + mantissa.substring(1) : "")
                + "e" + exponent;
    }

    /** A number of things. */
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** A point, its first coordinates if there are many. */
    static String point(List<Double> point) {
        String shown = point.stream().limit(SHOWN_COORDINATES).map(Text::of).collect(Collectors.joining(", "));
        return "(" + shown + (point.size() > SHOWN_COORDINATES ? ", ... " + point.size() + " in all)" : ")");
    }
}
