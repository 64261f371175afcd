package org.cotangent.optim.search;

import java.util.Arrays;
import org.cotangent.optim.run.MatrixSize;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.cotangent.optim.run.Vectors;

/** A dense symmetric estimate of the inverse Hessian, corrected by one step at a time. */
final class InverseHessian implements Stateful {

    /** A first matrix so many times larger than the step shows would only be rounding after an update. */
    private static final double LARGEST_EXCESS = 1 / Math.ulp(1.0);

    private static final String REMEDY = "use a method that keeps no matrix, such as Minimizers.lbfgs(10)";

    private final int dimension;
    private final double[] entries;
    private final double[] product;
    private boolean empty = true;

    InverseHessian(int dimension) {
        this.dimension = dimension;
        entries = new double[MatrixSize.of("inverse Hessian", dimension, dimension, REMEDY)];
        product = new double[dimension];
    }

    /** Whether nothing was learned yet. */
    boolean isEmpty() {
        return empty;
    }

    /** Forgets everything. */
    void clear() {
        empty = true;
    }

    @Override
    public void exchange(State state) {
        empty = state.flag(empty);
        state.vector(entries);
    }

    /** image = H v. */
    void apply(double[] v, double[] image) {
        for (int i = 0; i < dimension; i++) {
            double sum = 0;
            for (int j = 0, k = i * dimension; j < dimension; j++, k++) {
                sum += entries[k] * v[j];
            }
            image[i] = sum;
        }
    }

    /**
     * Begins with a multiple of the unit matrix: sᵀy / yᵀy (Nocedal, Wright 2006, equation 6.20), or
     * a cruder estimate if that is larger.
     */
    void begin(double[] s, double[] y, double crude) {
        double curvature = Vectors.dot(s, y);
        if (!isSafe(curvature, s, y)) {
            return;
        }
        double shown = curvature / Vectors.dot(y, y);
        // Also where the crude estimate is NaN.
        double diagonal = crude > shown ? Math.min(crude, LARGEST_EXCESS * shown) : shown;
        Arrays.fill(entries, 0);
        for (int i = 0; i < dimension; i++) {
            entries[i * dimension + i] = diagonal;
        }
        empty = false;
    }

    /**
     * Takes in a step s and the change y of the gradient over it; ignored where sᵀy is not safely
     * positive, as H would lose positive definiteness.
     */
    void update(double[] s, double[] y) {
        double curvature = Vectors.dot(s, y);
        if (empty || !isSafe(curvature, s, y)) {
            return;
        }
        apply(y, product);
        // H + (1 + yᵀHy / sᵀy) s sᵀ / sᵀy − (s (Hy)ᵀ + Hy sᵀ) / sᵀy, as a symmetric sum of two products
        double weight = (1 + Vectors.dot(y, product) / curvature) / 2;
        for (int i = 0; i < dimension; i++) {
            product[i] = (weight * s[i] - product[i]) / curvature;
        }
        addSymmetric(s, product);
    }

    /** Begins with an inverse Hessian that was found otherwise: n·n entries by rows. */
    void begin(double[] found) {
        System.arraycopy(found, 0, entries, 0, entries.length);
        empty = false;
    }

    private static boolean isSafe(double curvature, double[] s, double[] y) {
        return curvature > Math.ulp(1.0) * Vectors.norm(s) * Vectors.norm(y);
    }

    /** H += a bᵀ + b aᵀ. */
    private void addSymmetric(double[] a, double[] b) {
        for (int i = 0; i < dimension; i++) {
            double ai = a[i];
            double bi = b[i];
            for (int j = 0, k = i * dimension; j < dimension; j++, k++) {
                entries[k] += ai * b[j] + bi * a[j];
            }
        }
    }
}
