package org.cotangent.ad.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cotangent.ad.check.Subject.Slopes;

/** Measures the powers of Taylor's remainders at the shortest steps where they exceed rounding. */
final class Remainders {

    private static final int SHORTEST = -34;
    private static final int LONGEST = -2;

    /** A remainder that exceeds rounding so often has two correct digits. */
    private static final double VISIBLE = 100;

    private static final double DEVIATIONS = 5;

    /** Steps between the two that the power is taken from. */
    private static final int SPAN = 4;

    private Remainders() {}

    static List<Remainder> of(Slopes slopes, double[] x, Direction direction) {
        double first = slopes.first(x.clone(), direction.components().clone());
        Optional<Double> second =
                slopes.second(x.clone(), direction.components().clone());
        Line line = new Line(point -> new double[] {slopes.value(point)}, 1, x, direction);
        double noise = DEVIATIONS * Noise.of(line)[0];
        List<Remainder> remainders = new ArrayList<>();
        remainders.add(new Remainder(2, power(line, noise, first, 0)));
        second.ifPresent(curvature -> remainders.add(new Remainder(3, power(line, noise, first, curvature))));
        return remainders;
    }

    private static OptionalDouble power(Line line, double noise, double first, double second) {
        double centre = line.at(0)[0];
        List<Double> visible = new ArrayList<>();
        for (int k = SHORTEST; k <= LONGEST && visible.size() <= SPAN; k++) {
            double h = Math.scalb(1.0, k);
            double value = line.at(h)[0];
            double remainder = Math.abs(value - centre - h * (first + h * second / 2));
            double rounding = noise + Math.ulp(Math.max(Math.abs(value), Math.abs(centre)));
            if (remainder > VISIBLE * rounding) {
                visible.add(remainder);
            } else {
                visible.clear();
            }
        }
        if (visible.size() <= SPAN) {
            return OptionalDouble.empty();
        }
        double quotient = visible.get(SPAN) / visible.get(0);
        return OptionalDouble.of(Math.log(quotient) / (SPAN * Math.log(2)));
    }
}
