package org.cotangent.optim.curvature;

import java.util.Arrays;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.optim.run.Vectors;

/**
 * An orthonormal basis that grows by products with a symmetric operator, and the projection of the
 * operator on it. Every new vector is made orthogonal to all others twice ("twice is enough": Kahan, in
 * Parlett 1980, section 6.9), so that no eigenvalue is found again as a ghost.
 */
final class KrylovBasis {

    /** A rest this much shorter than the product it is left of is rounding: the space is complete. */
    private static final double COMPLETE = 64 * Math.ulp(1.0);

    private final LinearOperator operator;
    private final double[][] vectors;
    private final double[][] projection;
    private int size;
    private double coupling;

    /** @param start any vector other than 0, length n, not modified */
    KrylovBasis(LinearOperator operator, int capacity, double[] start) {
        this.operator = operator;
        vectors = new double[capacity + 1][operator.rows()];
        projection = new double[capacity][capacity];
        Vectors.addScaled(1 / Vectors.norm(start), start, vectors[0]);
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == projection.length;
    }

    /** Whether products with the basis stay in its span: eigenvalues of the projection are those of the operator. */
    boolean isComplete() {
        return size > 0 && coupling == 0;
    }

    /** The length of what a product with the last vector has outside of the span. */
    double coupling() {
        return coupling;
    }

    Ritz ritz() {
        return Ritz.of(projection, size);
    }

    /** Takes in the next vector, by one product. */
    void extend() {
        double[] current = vectors[size];
        double[] next = vectors[size + 1];
        operator.apply(current, next);
        double length = Vectors.norm(next);
        if (!Double.isFinite(length)) {
            throw new ArithmeticException("a product with the operator is not finite: its norm is " + length);
        }
        projection[size][size] = Vectors.dot(current, next);
        size++;
        orthogonalize(next);
        orthogonalize(next);
        coupling = Vectors.norm(next);
        if (size == operator.rows() || !(coupling > COMPLETE * length)) {
            coupling = 0;
            return;
        }
        Vectors.scale(1 / coupling, next);
        if (!isFull()) {
            projection[size][size - 1] = coupling;
            projection[size - 1][size] = coupling;
        }
    }

    private void orthogonalize(double[] vector) {
        for (int k = 0; k < size; k++) {
            Vectors.addScaled(-Vectors.dot(vectors[k], vector), vectors[k], vector);
        }
    }

    /** An approximate eigenvector, length n. */
    double[] vector(double[] weights) {
        double[] sum = new double[operator.rows()];
        for (int k = 0; k < size; k++) {
            Vectors.addScaled(weights[k], vectors[k], sum);
        }
        return sum;
    }

    /** Keeps so many approximate eigenvectors of either end, and goes on (Wu and Simon 2000, algorithm 1). */
    void restart(Ritz ritz, int each) {
        int kept = 2 * each;
        double[][] compressed = new double[kept][];
        double[] values = new double[kept];
        double[] couplings = new double[kept];
        for (int k = 0; k < kept; k++) {
            int from = k < each ? k : size - kept + k;
            compressed[k] = vector(ritz.vectors()[from]);
            values[k] = ritz.values()[from];
            couplings[k] = coupling * ritz.last(from);
        }
        System.arraycopy(vectors[size], 0, vectors[kept], 0, vectors[kept].length);
        for (double[] row : projection) {
            Arrays.fill(row, 0);
        }
        for (int k = 0; k < kept; k++) {
            System.arraycopy(compressed[k], 0, vectors[k], 0, compressed[k].length);
            projection[k][k] = values[k];
            projection[k][kept] = couplings[k];
            projection[kept][k] = couplings[k];
        }
        size = kept;
    }
}
