package org.cotangent.optim.leastsquares;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Text;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.run.Verdict;

/**
 * Which parameters show in the residuals, and which did. Where an exponential has underflowed, or a peak lies beyond
 * the data, the residuals do not depend on its parameters any more: every derivative by them is 0, which looks
 * like a minimum and is none.
 */
final class Sight implements Stateful {

    /** A change of the residuals by less than their last bit. */
    private static final double NOTHING = Math.ulp(1.0);

    /** Half the digits: by so much of the residuals a parameter shows. */
    private static final double CLEAR = Math.sqrt(Math.ulp(1.0));

    /** A change of a parameter, as a part of its size, that is no rounding and not far away. */
    private static final double NEAR = 1e-2;

    /** Bits granted to the rounding of intermediate results inside a residual. */
    private static final double ROUNDING = 64;

    private final double[] seen;

    /** Nothing is seen yet. */
    Sight(int n) {
        seen = new double[n];
    }

    /** Notes what shows at a point. */
    void follow(ResidualEvaluation at) {
        double[] columns = at.columnLengths();
        double clear = CLEAR * Vectors.norm(at.corrected());
        for (int j = 0; j < seen.length; j++) {
            double size = Math.abs(at.point()[j]);
            seen[j] = columns[j] * size > clear ? size : seen[j];
        }
    }

    /** Whether a parameter shows clearly, by its derivative. */
    static boolean isClear(ResidualEvaluation at, int j) {
        return at.columnLengths()[j] * Math.abs(at.point()[j]) > CLEAR * Vectors.norm(at.corrected());
    }

    /** Whether a step that was to show by a parameter leads to where a step of its size would not. */
    static boolean isLostBetween(ResidualEvaluation from, ResidualEvaluation to) {
        double[] before = from.columnLengths();
        double[] after = to.columnLengths();
        double clear = CLEAR * Vectors.norm(from.corrected());
        double nothing = NOTHING * Vectors.norm(to.corrected());
        for (int j = 0; j < before.length; j++) {
            double size = Math.max(Math.abs(from.point()[j]), Math.abs(to.point()[j]));
            if (before[j] * size > clear && after[j] * size <= nothing) {
                return true;
            }
        }
        return false;
    }

    /**
     * What speaks against claiming a point: that no parameter shows there, or that one does not that was seen.
     *
     * @param near a buffer
     */
    Optional<Verdict> objection(ResidualEvaluation at, ResidualEvaluation near) {
        if (isBlind(at, near)) {
            return Optional.of(new Verdict(
                    Status.ROUNDING_FLOOR,
                    "the residuals do not depend on any parameter here",
                    "start where a change of the parameters shows in the residuals"));
        }
        OptionalInt lost = lost(at, near);
        return lost.isPresent() ? Optional.of(ranAway(lost.getAsInt(), at)) : Optional.empty();
    }

    private static Verdict ranAway(int parameter, ResidualEvaluation at) {
        return new Verdict(
                Status.ROUNDING_FLOOR,
                "parameter " + parameter + " went to " + Text.of(at.point()[parameter])
                        + ", where the residuals do not depend on it any more",
                "start nearer to the solution, or with other sizes of steps (typicalSizes); if this is where the"
                        + " parameter belongs, leave it out of the model");
    }

    /** The first parameter that was seen and does not show here, neither by its derivative nor by a change of a hundredth. */
    private OptionalInt lost(ResidualEvaluation at, ResidualEvaluation near) {
        return IntStream.range(0, seen.length)
                .filter(j -> seen[j] > 0 && isFaint(at, near, j))
                .findFirst();
    }

    /** Whether no parameter shows here, so that nothing tells where to go. */
    private boolean isBlind(ResidualEvaluation at, ResidualEvaluation near) {
        return IntStream.range(0, seen.length).allMatch(j -> hasNoSlope(at, j))
                && IntStream.range(0, seen.length).allMatch(j -> hasNoEffect(at, near, j));
    }

    private double size(ResidualEvaluation at, int j) {
        double known = Math.max(Math.abs(at.point()[j]), seen[j]);
        return known > 0 ? known : 1;
    }

    private boolean hasNoSlope(ResidualEvaluation at, int j) {
        return at.columnLengths()[j] * size(at, j) <= rounding(at);
    }

    private boolean hasNoEffect(ResidualEvaluation at, ResidualEvaluation near, int j) {
        return change(at, near, j, NEAR * size(at, j)) <= rounding(at);
    }

    /** Whether it does not show clearly, which is what was seen of it, and a change shows no more than its derivative. */
    private boolean isFaint(ResidualEvaluation at, ResidualEvaluation near, int j) {
        double clear = CLEAR * Vectors.norm(at.corrected());
        return at.columnLengths()[j] * size(at, j) <= clear
                && change(at, near, j, NEAR * size(at, j)) <= Math.max(NEAR * clear, rounding(at));
    }

    /** What rounding makes of the residuals: of the terms that cancel in them, and in their derivatives, too. */
    private static double rounding(ResidualEvaluation at) {
        return ROUNDING * Math.sqrt(2 * at.rounding());
    }

    private static double change(ResidualEvaluation at, ResidualEvaluation near, int j, double step) {
        double[] moved = near.overwrite();
        System.arraycopy(at.point(), 0, moved, 0, moved.length);
        moved[j] += step;
        return Vectors.distance(at.residuals(), near.residuals());
    }

    @Override
    public void exchange(State state) {
        state.vector(seen);
    }
}
