package org.cotangent.ad.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the derivatives of all values along a line: evaluates at both sides at distances that
 * grow by factors of 4, until the derivatives are known well or steps get too long.
 */
final class Differences {

    /** The shortest step, in units of the direction: 4⁻¹⁷ = 6e-11. */
    private static final int SHORTEST = -17;

    /** Steps up to here are always tried; longer ones only if that improves something. */
    private static final int USUAL = -2;

    private static final int LONGEST = 1;

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

    private Differences(Line line) {
        this.line = line;
        this.centre = line.at(0);
        this.noise = Noise.of(line::at, line.rows(), line.direction().unit());
    }

    /** The derivatives of all values along the line at distance 0. */
    static Measurement[] along(Line line) {
        Differences differences = new Differences(line);
        double unit = line.direction().unit();
        double h = unit * Math.pow(Sequence.RATIO, SHORTEST);
        for (; h <= unit * Math.pow(Sequence.RATIO, USUAL); h *= Sequence.RATIO) {
            differences.evaluate(h);
        }
        Measurement[] measured = differences.measure();
        double longest = line.direction().reach() * Math.pow(Sequence.RATIO, LONGEST);
        while (h <= longest && differences.wantsLongerSteps(measured)) {
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

    private boolean wantsLongerSteps(Measurement[] measured) {
        Pair last = pairs.get(pairs.size() - 1);
        double promising = pairs.get(pairs.size() - LEVELS_BESIDE).right();
        return Arrays.stream(last.above()).anyMatch(Double::isFinite)
                && Arrays.stream(measured)
                        .anyMatch(m -> !m.flat()
                                && m.bound() > GOOD_ENOUGH * Math.max(Math.abs(m.value()), m.steepness())
                                && !(m.step() < promising));
    }
}
