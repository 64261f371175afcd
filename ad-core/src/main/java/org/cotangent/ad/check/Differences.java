package org.cotangent.ad.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the derivatives of all values along a line: evaluates at both sides at distances that
 * grow by factors of 4, until the derivatives are known well or steps get too long.
 */
final class Differences {

    /** A derivative this exact, relative to the steepness, is good enough. */
    private static final double GOOD_ENOUGH = 1e-9;

    /** A bound can only be found with a few longer steps beside. */
    private static final int LEVELS_BESIDE = 5;

    /** The values at one distance; the distances are the ones really gone, both positive. */
    record Pair(double right, double left, double[] above, double[] below) {
        boolean finite(int row) {
            return Double.isFinite(above[row]) && Double.isFinite(below[row]);
        }
    }

    private final Line line;
    private final double[] centre;
    private final double[] noise;
    private final List<Pair> pairs = new ArrayList<>();

    private Differences(Line line, Steps steps) {
        this.line = line;
        this.centre = line.at(0);
        this.noise = Noise.of(line::at, line.rows(), steps.spacing(), steps.widest());
    }

    /** The derivatives of all values along the line at distance 0. */
    static Measurement[] along(Line line) {
        return along(line, Steps.along(line.direction()));
    }

    /** The same, by some steps. */
    static Measurement[] along(Line line, Steps steps) {
        Differences differences = new Differences(line, steps);
        double h = steps.shortest();
        for (; h <= steps.usual(); h *= Sequence.RATIO) {
            differences.evaluate(h);
        }
        Measurement[] measured = differences.measure();
        while (h <= steps.longest() && differences.wantsLongerSteps(measured, steps.persistent())) {
            differences.evaluate(h);
            differences.evaluate(h * Sequence.RATIO);
            h *= Sequence.RATIO * Sequence.RATIO;
            measured = differences.measure();
        }
        return measured;
    }

    private void evaluate(double h) {
        pairs.add(new Pair(line.gone(h), -line.gone(-h), line.at(h), line.at(-h)));
    }

    private Measurement[] measure() {
        Measurement[] measured = new Measurement[line.rows()];
        double unit = line.direction().unit();
        for (int row = 0; row < measured.length; row++) {
            measured[row] = new RowDifferences(row, centre[row], pairs, unit, noise[row]).measure();
        }
        return measured;
    }

    private boolean wantsLongerSteps(Measurement[] measured, boolean persistent) {
        Pair last = pairs.get(pairs.size() - 1);
        double promising = pairs.get(pairs.size() - LEVELS_BESIDE).right();
        return Arrays.stream(last.above()).anyMatch(Double::isFinite)
                && Arrays.stream(measured)
                        .anyMatch(m -> m.flat()
                                ? persistent
                                : m.bound() > GOOD_ENOUGH * Math.max(Math.abs(m.value()), m.steepness())
                                        && !(m.step() < promising));
    }
}
