package org.cotangent.ad.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.Arithmetic;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;

/**
 * Compares a routine with the same computation in complex numbers: tangent by complex step, adjoint by
 * inner products, second derivatives by differences of complex steps.
 */
final class RoutineCheck {

    /** Im f(x + ih) / h has no cancellation. */
    private static final double STEP = 1e-30;

    /** For differences of fourth order of complex steps: their error is about STRIDE^4 and eps / STRIDE. */
    private static final double STRIDE = 1e-3;

    private static final double TOLERANCE = 1e-8;

    private final TwiceDifferentiableVectorFunction function;
    private final UnaryOperator<ComplexMatrix> reference;
    private final double[] point;
    private final Random random = new Random(7);

    /**
     * @param reference the same of a column of complex variables, as a matrix of any shape
     * @param point where to compare
     */
    RoutineCheck(
            VectorExpr values,
            List<? extends Arithmetic<?>> variables,
            UnaryOperator<ComplexMatrix> reference,
            double[] point) {
        this.function = Differentiation.of(values, variables);
        this.reference = reference;
        this.point = point;
    }

    private double[] random(int length) {
        double[] v = new double[length];
        double norm = 0;
        for (int i = 0; i < length; i++) {
            v[i] = random.nextGaussian();
            norm += v[i] * v[i];
        }
        for (int i = 0; i < length; i++) {
            v[i] /= Math.sqrt(norm);
        }
        return v;
    }

    private double[] slope(double[] x, double[] v) {
        double[] im = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            im[i] = STEP * v[i];
        }
        double[] slope = reference.apply(ComplexMatrix.column(x, im)).im.clone();
        for (int i = 0; i < slope.length; i++) {
            slope[i] /= STEP;
        }
        return slope;
    }

    private double curvature(double[] w, double[] u, double[] v, double along) {
        return dot(w, slope(moved(v, along), u));
    }

    private double[] moved(double[] v, double along) {
        double[] x = point.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] += along * v[i];
        }
        return x;
    }

    void all() {
        check(this::curvature);
    }

    /** The same, with differences of tangents, once they are right, where complex steps are dear. */
    void allByTangents() {
        check(this::curvatureByTangents);
    }

    /** wᵀ times the derivative along u, at a point that is moved along v. */
    private interface Curvature {
        double at(double[] w, double[] u, double[] v, double along);
    }

    private double curvatureByTangents(double[] w, double[] u, double[] v, double along) {
        double[] jvp = new double[w.length];
        function.jvp(moved(v, along), u, new double[w.length], jvp);
        return dot(w, jvp);
    }

    private void check(Curvature curvature) {
        int n = function.inputDimension();
        int m = function.outputDimension();
        double[] values = new double[m];
        double[] jvp = new double[m];
        double[] v = random(n);
        function.jvp(point, v, values, jvp);
        near(values, reference.apply(ComplexMatrix.column(point, new double[n])).re, "value");
        near(jvp, slope(point, v), "tangent");
        double[] w = random(m);
        double[] vjp = new double[n];
        function.vjp(point, w, values, vjp);
        double scale = Math.sqrt(dot(jvp, jvp)) + Math.sqrt(dot(vjp, vjp));
        assertThat(dot(vjp, v)).as("inner products").isCloseTo(dot(w, jvp), within(TOLERANCE * scale));
        double[] u = random(n);
        double[] product = new double[n];
        function.weightedHessianVectorProduct(point, w, v, product);
        double near = curvature.at(w, u, v, STRIDE) - curvature.at(w, u, v, -STRIDE);
        double far = curvature.at(w, u, v, 2 * STRIDE) - curvature.at(w, u, v, -2 * STRIDE);
        double expected = (8 * near - far) / (12 * STRIDE);
        double size = Math.sqrt(dot(product, product)) + scale;
        assertThat(dot(product, u)).as("second derivative").isCloseTo(expected, within(TOLERANCE * size));
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(Math.max(offset, Double.MIN_NORMAL));
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void near(double[] found, double[] expected, String what) {
        double scale = Math.sqrt(dot(expected, expected));
        double[] difference = found.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= expected[i];
        }
        assertThat(Math.sqrt(dot(difference, difference)))
                .as("error of %s of size %s", what, scale)
                .isLessThanOrEqualTo(TOLERANCE * scale);
    }
}
