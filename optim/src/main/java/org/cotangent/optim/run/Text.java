package org.cotangent.optim.run;

import java.util.Locale;

/** Numbers as a person writes them in a message: 8.3e-9, 1e-8, 0.25. */
public final class Text {

    private Text() {}

    /** Two significant digits, in exponent form where the number is far from 1. */
    public static String of(double number) {
        if (number == 0 || Double.isNaN(number) || Double.isInfinite(number)) {
            return number == 0 ? "0" : String.valueOf(number);
        }
        double size = Math.abs(number);
        if (size >= 0.01 && size < 1e5) {
            return trimmed(String.format(Locale.ROOT, size < 10 ? "%.2f" : "%.1f", number));
        }
        String text = String.format(Locale.ROOT, "%.1e", number);
        int split = text.indexOf('e');
        return trimmed(text.substring(0, split)) + "e" + Integer.parseInt(text.substring(split + 1));
    }

    /** "1 iteration", "23 iterations". */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String trimmed(String decimal) {
        String text = decimal;
        while (text.endsWith("0")) {
            text = text.substring(0, text.length() - 1);
        }
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
