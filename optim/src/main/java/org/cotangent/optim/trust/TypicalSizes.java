package org.cotangent.optim.trust;

import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.cotangent.optim.run.VariableSizes;
import org.cotangent.optim.run.Vectors;

/**
 * The diagonal of D as one over the typical size of each variable, so that the region bounds relative
 * changes whatever the units (Dennis, Schnabel, Numerical Methods for Unconstrained Optimization, 1983,
 * section 7.1). Typical is what the caller says, otherwise the largest size that a variable had lately. Against the curvature of each
 * variable, which serves sums of squares so well: a Hessian whose parts cancel makes a variable free that
 * is not, and one that grows along a bent valley holds all of them.
 */
final class TypicalSizes implements Stateful {

    /** How much of a past size still counts one step later, so that a variable can pass 0. */
    private static final double REMEMBERED = 0.9;

    /**
     * Of the largest √|hᵢᵢ| × size, which has no unit. Chosen on factorisations from small random starts and on
     * the NIST fits, whose variables differ by orders of magnitude: all are solved, three are lost with 0.2.
     */
    private static final double LEAST_SHARE = 0.1;

    private final VariableSizes given;
    private final double[] recent;
    private final double[] inUse;

    /** Sizes to be learned, or those that the caller gave. */
    TypicalSizes(VariableSizes given, int dimension) {
        this.given = given;
        recent = new double[dimension];
        inUse = new double[dimension];
    }

    /** D at a point, length n, positive, a new array. */
    double[] scale(Evaluation at) {
        if (given.areKnown()) {
            return given.scale(at.point());
        }
        double[] scale = new double[recent.length];
        double largest = Vectors.largest(at.point());
        for (int i = 0; i < scale.length; i++) {
            double size = Math.max(Math.abs(at.point()[i]), REMEMBERED * recent[i]);
            inUse[i] = size > 0 ? size : unseen(at, i, largest);
            scale[i] = 1 / inUse[i];
        }
        return scale;
    }

    /**
     * D at a point where the curvature is known: a variable whose own Newton step is longer than itself is on its
     * way to another size, as one that passes 0 or began near it, and counts as no smaller than a share of what the
     * curvature makes of the others.
     *
     * @param hessian by rows, length n·n, not modified
     */
    double[] scale(Evaluation at, double[] hessian) {
        double[] scale = scale(at);
        if (given.areKnown()) {
            return scale;
        }
        double[] curved = new double[scale.length];
        for (int i = 0; i < curved.length; i++) {
            curved[i] = Math.sqrt(Math.abs(hessian[i * curved.length + i]));
        }
        double largest = 0;
        for (int i = 0; i < curved.length; i++) {
            largest = Math.max(largest, inUse[i] * curved[i]);
        }
        for (int i = 0; i < curved.length; i++) {
            double step = Math.abs(at.gradient()[i] / curved[i] / curved[i]);
            double least = LEAST_SHARE * largest / curved[i];
            if (step > Math.abs(at.point()[i]) && least > inUse[i] && Double.isFinite(least)) {
                scale[i] = 1 / least;
            }
        }
        return scale;
    }

    /**
     * A variable that was never but 0: the change that would make the value 0 if it were linear, but no more
     * than the largest variable, as the slope may be rounding.
     */
    private static double unseen(Evaluation at, int i, double largest) {
        double size = Math.min(Math.abs(at.value() / at.gradient()[i]), largest > 0 ? largest : 1);
        return size > 0 ? size : 1;
    }

    /** Remembers the point that {@link #scale} was last asked about, as it is left. */
    void leave() {
        System.arraycopy(inUse, 0, recent, 0, recent.length);
    }

    @Override
    public void exchange(State state) {
        state.vector(recent);
        state.vector(inUse);
    }
}
