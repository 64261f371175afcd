package org.cotangent.optim.search;

import java.util.Arrays;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.cotangent.optim.run.Vectors;

/**
 * The last steps s and changes y of the gradient, and the inverse Hessian they stand for, applied by
 * the two loops of Nocedal (1980), Updating quasi-Newton matrices with limited storage, Math. Comp.
 * 35. Every pass over a vector also takes the product that the next one needs.
 */
final class StepPairs implements Stateful {

    private static final double[] ABSENT = {};

    private final double[][] steps;
    private final double[][] changes;
    private final double[] products;
    private final double[] changeSquares;
    private final double[] weights;
    private final double[] measured = new double[3];
    private final int dimension;
    private int size;
    private int newest = -1;

    StepPairs(int capacity, int dimension) {
        steps = new double[capacity][];
        changes = new double[capacity][];
        products = new double[capacity];
        changeSquares = new double[capacity];
        weights = new double[capacity];
        Arrays.fill(steps, ABSENT);
        Arrays.fill(changes, ABSENT);
        this.dimension = dimension;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    /**
     * d = −H gradient, from the unit matrix times sᵀy / yᵀy (Nocedal, Wright, Numerical Optimization,
     * 2nd ed. 2006, equation 7.20) of one of the two newest pairs.
     */
    void direction(double[] gradient, double[] d) {
        int oldest = index(size - 1);
        weights[oldest] = down(gradient, d) / products[oldest];
        up(FusedPasses.addAndScale(-weights[oldest], changes[oldest], scale(), d, changes[oldest]), d);
    }

    /**
     * d = −H gradient, from a preconditioner P times sᵀy / yᵀPy of the newest pair.
     *
     * @param work two buffers of length n
     */
    void direction(double[] gradient, double[] d, Preconditioner preconditioner, double[] x, double[][] work) {
        int oldest = index(size - 1);
        weights[oldest] = down(gradient, d) / products[oldest];
        Vectors.addScaled(-weights[oldest], changes[oldest], d);
        preconditioner.apply(x, changes[newest], work[0]);
        double scale = products[newest] / Vectors.dot(changes[newest], work[0]);
        preconditioner.apply(x, d, work[1]);
        for (int i = 0; i < d.length; i++) {
            d[i] = scale * work[1][i];
        }
        up(Vectors.dot(d, changes[oldest]), d);
    }

    /** The loop from the newest pair to the oldest, but for the last change; dᵀs of the oldest. */
    private double down(double[] gradient, double[] d) {
        double product = FusedPasses.negate(gradient, d, steps[newest]);
        for (int k = 0; k < size - 1; k++) {
            int i = index(k);
            weights[i] = product / products[i];
            product = FusedPasses.add(-weights[i], changes[i], d, steps[index(k + 1)]);
        }
        return product;
    }

    /** The loop back, which begins with dᵀy of the oldest pair. */
    private void up(double first, double[] d) {
        double product = first;
        for (int k = size - 1; k > 0; k--) {
            int i = index(k);
            product = FusedPasses.add(weights[i] - product / products[i], steps[i], d, changes[index(k - 1)]);
        }
        Vectors.addScaled(weights[newest] - product / products[newest], steps[newest], d);
    }

    /**
     * sᵀy / yᵀy of the newest pair is the inverse of the largest curvature that the last step met, and steps
     * along a valley and across it take turns: for the directions that no pair knows, the larger of two in a
     * row.
     */
    private double scale() {
        double latest = ratio(newest);
        boolean anyUnknown = size < dimension;
        return anyUnknown && size > 1 ? Math.max(latest, ratio(index(1))) : latest;
    }

    private double ratio(int i) {
        return products[i] / changeSquares[i];
    }

    /** Where the k-th newest pair is. */
    private int index(int k) {
        return Math.floorMod(newest - k, steps.length);
    }

    /** Takes in a step, the oldest pair making room for it. */
    void learn(Evaluation from, Evaluation to) {
        int slot = (newest + 1) % steps.length;
        if (steps[slot].length == 0) {
            steps[slot] = new double[dimension];
            changes[slot] = new double[dimension];
        }
        subtract(from, to, steps[slot], changes[slot]);
        double product = measured[0];
        // A pair without positive curvature would destroy positive definiteness; the oldest pair is
        // lost with it, which needs no copy.
        if (product > Math.ulp(1.0) * Math.sqrt(measured[1]) * Math.sqrt(measured[2])) {
            products[slot] = product;
            changeSquares[slot] = measured[2];
            newest = slot;
            size = Math.min(size + 1, steps.length);
        } else if (size == steps.length) {
            size--;
        }
    }

    /** s and y with sᵀy, ‖s‖² and ‖y‖² in one pass, two sums each so that they need not wait for one another. */
    private void subtract(Evaluation from, Evaluation to, double[] s, double[] y) {
        double[] x = from.point();
        double[] nextX = to.point();
        double[] g = from.gradient();
        double[] nextG = to.gradient();
        int end = s.length & -2;
        double product0 = 0;
        double product1 = 0;
        double step0 = 0;
        double step1 = 0;
        double change0 = 0;
        double change1 = 0;
        for (int i = 0; i < end; i += 2) {
            double s0 = nextX[i] - x[i];
            double s1 = nextX[i + 1] - x[i + 1];
            double y0 = nextG[i] - g[i];
            double y1 = nextG[i + 1] - g[i + 1];
            s[i] = s0;
            s[i + 1] = s1;
            y[i] = y0;
            y[i + 1] = y1;
            product0 += s0 * y0;
            product1 += s1 * y1;
            step0 += s0 * s0;
            step1 += s1 * s1;
            change0 += y0 * y0;
            change1 += y1 * y1;
        }
        if (end < s.length) {
            s[end] = nextX[end] - x[end];
            y[end] = nextG[end] - g[end];
            product0 += s[end] * y[end];
            step0 += s[end] * s[end];
            change0 += y[end] * y[end];
        }
        measured[0] = product0 + product1;
        measured[1] = step0 + step1;
        measured[2] = change0 + change1;
    }

    @Override
    public void exchange(State state) {
        size = state.integer(size);
        newest = state.integer(newest);
        state.vector(products);
        state.vector(changeSquares);
        for (int i = 0; i < steps.length; i++) {
            steps[i] = state.array(steps[i]);
            changes[i] = state.array(changes[i]);
        }
    }
}
