package org.cotangent.optim.search;

import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.cotangent.optim.run.Vectors;

/**
 * The last steps s and changes y of the gradient, and the inverse Hessian they stand for, applied by
 * the two loops of Nocedal (1980), Updating quasi-Newton matrices with limited storage, Math. Comp.
 * 35. The loops run over coefficients, as in Chen, Wang, Zhou (2014), Large-scale L-BFGS using MapReduce,
 * NIPS 27: with the products sᵀy of older steps with newer changes, which are known, each loop needs the
 * products of its vectors with one vector only, so that all steps are read twice and all changes once. The
 * vector between the loops is formed nevertheless: products with it lose no digits to its cancellation.
 */
final class StepPairs implements Stateful {

    private final Columns steps;
    private final Columns changes;
    private final double[] products;
    private final double[] changeSquares;
    /** sᵀy of the i-th newest step with a newer change, the j-th newest, at i · capacity + j. */
    private final double[] crossProducts;

    private final double[] weights;
    private final double[] sums;
    private final double[] newest;
    private final double[] measured = new double[3];
    private final int capacity;
    private final int dimension;
    private int size;
    /** Whether products of older steps with the newest change are known: the next direction takes them with its own. */
    private boolean crossed = true;

    StepPairs(int capacity, int dimension) {
        steps = new Columns(capacity, dimension);
        changes = new Columns(capacity, dimension);
        products = new double[capacity];
        changeSquares = new double[capacity];
        crossProducts = new double[Math.multiplyExact(capacity, capacity)];
        weights = new double[capacity];
        sums = new double[capacity];
        newest = new double[capacity];
        this.capacity = capacity;
        this.dimension = dimension;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
        crossed = true;
    }

    /**
     * d = −H gradient, from the unit matrix times sᵀy / yᵀy (Nocedal, Wright, Numerical Optimization,
     * 2nd ed. 2006, equation 7.20) of one of the two newest pairs.
     */
    void direction(double[] gradient, double[] d) {
        down(gradient);
        double scale = scale();
        for (int i = 0; i < d.length; i++) {
            d[i] = -scale * gradient[i];
        }
        changes.addAndMultiply(size, -scale, weights, d, sums);
        up(d);
    }

    /**
     * d = −H gradient, from a preconditioner P times sᵀy / yᵀPy of the newest pair.
     *
     * @param work two buffers of length n
     */
    void direction(double[] gradient, double[] d, Preconditioner preconditioner, double[] x, double[][] work) {
        down(gradient);
        for (int i = 0; i < d.length; i++) {
            d[i] = gradient[i];
        }
        changes.add(size, 1, weights, d);
        preconditioner.apply(x, changes.first(), work[0]);
        double scale = products[0] / Vectors.dot(changes.first(), work[0]);
        preconditioner.apply(x, d, work[1]);
        for (int i = 0; i < d.length; i++) {
            d[i] = -scale * work[1][i];
        }
        changes.multiply(size, d, sums);
        up(d);
    }

    /** The loop from the newest pair to the oldest: sets the weights w of the changes in −gradient − Σ w y. */
    private void down(double[] gradient) {
        if (crossed) {
            steps.multiply(size, gradient, sums);
        } else {
            steps.multiply(size, gradient, changes.first(), sums, newest);
            cross();
        }
        for (int k = 0; k < size; k++) {
            double weight = -sums[k] / products[k];
            weights[k] = weight;
            int column = k * capacity;
            for (int i = k + 1; i < size; i++) {
                sums[i] += weight * crossProducts[column + i];
            }
        }
    }

    /** The loop back over d, whose products with the changes are known. */
    private void up(double[] d) {
        for (int k = size - 1; k >= 0; k--) {
            double weight = weights[k] - sums[k] / products[k];
            weights[k] = weight;
            for (int i = 0, at = k; i < k; i++, at += capacity) {
                sums[i] += weight * crossProducts[at];
            }
        }
        steps.add(size, 1, weights, d);
    }

    private void cross() {
        for (int k = 1; k < size; k++) {
            crossProducts[k] = newest[k];
        }
        crossed = true;
    }

    /**
     * sᵀy / yᵀy of the newest pair is the inverse of the largest curvature that the last step met, and steps
     * along a valley and across it take turns: for the directions that no pair knows, the larger of two in a
     * row.
     */
    private double scale() {
        double latest = ratio(0);
        boolean anyUnknown = size < dimension;
        return anyUnknown && size > 1 ? Math.max(latest, ratio(1)) : latest;
    }

    private double ratio(int k) {
        return products[k] / changeSquares[k];
    }

    /** Takes in a step, the oldest pair making room for it. */
    void learn(Evaluation from, Evaluation to) {
        if (!crossed) {
            steps.multiply(size, changes.first(), newest);
            cross();
        }
        subtract(from, to, steps.last(), changes.last());
        double product = measured[0];
        // A pair without positive curvature would destroy positive definiteness; the oldest pair is
        // lost with it, which needs no copy.
        if (product > Math.ulp(1.0) * Math.sqrt(measured[1]) * Math.sqrt(measured[2])) {
            admit(product, measured[2]);
        } else if (size == capacity) {
            size--;
        }
    }

    private void admit(double product, double changeSquare) {
        steps.rotate();
        changes.rotate();
        if (capacity > 1) {
            // Every product moves by one row and one column.
            System.arraycopy(crossProducts, 0, crossProducts, capacity + 1, crossProducts.length - capacity - 1);
        }
        System.arraycopy(products, 0, products, 1, capacity - 1);
        System.arraycopy(changeSquares, 0, changeSquares, 1, capacity - 1);
        products[0] = product;
        changeSquares[0] = changeSquare;
        size = Math.min(size + 1, capacity);
        crossed = size == 1;
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
        crossed = state.flag(crossed);
        state.vector(products);
        state.vector(changeSquares);
        state.vector(crossProducts);
        state.part("steps", steps);
        state.part("changes", changes);
    }
}
