package org.cotangent.examples.pictures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * One axis of a {@link Plot}.
 *
 * @param title what it shows
 * @param from the number at its beginning, of what is drawn: a logarithm on a logarithmic axis
 * @param to the number at its end
 * @param step between ticks
 * @param label of a tick
 */
public record Axis(String title, double from, double to, double step, DoubleFunction<String> label) {

    private static final double ROUNDING = 1e-9;

    /** Plain numbers. */
    public static Axis linear(String title, double from, double to, double step) {
        int decimals = Math.max(0, BigDecimal.valueOf(step).stripTrailingZeros().scale());
        return new Axis(title, from, to, step, tick -> String.format(Locale.ROOT, "%." + decimals + "f", tick));
    }

    /** Decimal logarithms, labelled by the numbers themselves: 1e-8. */
    public static Axis decades(String title, double from, double to, double step) {
        return new Axis(title, from, to, step, tick -> String.format(Locale.ROOT, "1e%.0f", tick));
    }

    /** Binary logarithms, labelled by the numbers themselves: 8. */
    public static Axis doublings(String title, double from, double to) {
        return new Axis(title, from, to, 1, tick -> String.format(Locale.ROOT, "%.0f", Math.pow(2, tick)));
    }

    /** Where the ticks are. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long first = (long) Math.ceil(from / step - ROUNDING);
        for (long i = first; i * step <= to + ROUNDING * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** How far along the axis a number is, from 0 to 1. */
    double share(double number) {
        return (number - from) / (to - from);
    }
}
