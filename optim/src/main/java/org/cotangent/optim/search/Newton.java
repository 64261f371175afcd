package org.cotangent.optim.search;

import java.util.OptionalDouble;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Certificate;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.MatrixSize;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/**
 * Newton's direction from the whole Hessian, computed by n products and factored with a modified
 * Cholesky (Gill, Murray, Wright 1981, Practical Optimization, section 4.4.2.2), so that it falls
 * where the Hessian is indefinite too. For up to some hundred variables.
 */
public record Newton() implements Direction<TwiceDifferentiableFunction> {

    @Override
    public Memory begin(TwiceDifferentiableFunction function) {
        return new Factored(function);
    }

    private static final class Factored implements Memory {

        /** Curvature relative to the largest that a verdict about a point cannot tell from 0: half the digits. */
        private static final double FLAT = Math.sqrt(Math.ulp(1.0));

        /** Long enough to leave a saddle quickly, short enough to stay where the curvature holds. */
        private static final double FIRST_RELATIVE_STEP = 1e-2;

        private final TwiceDifferentiableFunction function;
        private final ModifiedCholesky factors;
        private final double[] hessian;
        private final double[] unit;
        private final double[] column;
        private boolean cautious;
        private boolean lastWasGradient;

        Factored(TwiceDifferentiableFunction function) {
            this.function = function;
            int n = function.dimension();
            hessian = new double[MatrixSize.of("Hessian", n, n, "use products, as newtonCg() does")];
            factors = new ModifiedCholesky(n);
            unit = new double[n];
            column = new double[n];
        }

        @Override
        public void choose(Evaluation at, Heading heading) {
            double[] gradient = at.gradient();
            lastWasGradient = cautious;
            cautious = false;
            if (!lastWasGradient && factorAt(at)) {
                factors.solve(gradient, heading.vector());
                Vectors.scale(-1, heading.vector());
                heading.set(Double.NaN, 1);
                if (Vectors.isFinite(heading.vector()) && heading.slope(gradient) < 0) {
                    return;
                }
            }
            heading.steepestDescent(gradient, Math.min(1, 1 / Vectors.norm(gradient)));
        }

        /** Factors the Hessian at a point; false if it is not finite. */
        private boolean factorAt(Evaluation at) {
            boolean finite = fillAt(at);
            if (finite) {
                factors.factor(hessian);
            }
            return finite;
        }

        private boolean fillAt(Evaluation at) {
            int n = unit.length;
            LinearOperator operator = function.hessianAt(at.point());
            for (int j = 0; j < n; j++) {
                unit[j] = 1;
                operator.apply(unit, column);
                unit[j] = 0;
                System.arraycopy(column, 0, hessian, j * n, n);
            }
            return Vectors.isFinite(hessian);
        }

        /**
         * Scales the diagonal of the Hessian to ±1, so that a variable in large units does not hide the curvature of
         * another.
         *
         * @return what every variable was multiplied by
         */
        private double[] scaleEvenly() {
            int n = unit.length;
            double[] scale = new double[n];
            for (int i = 0; i < n; i++) {
                double size = Math.sqrt(Math.abs(hessian[i * n + i]));
                scale[i] = size > 0 ? size : 1;
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    hessian[i * n + j] = hessian[i * n + j] / scale[i] / scale[j];
                }
            }
            return scale;
        }

        @Override
        public boolean forget() {
            // Rounding can spoil a Newton direction of a nearly singular Hessian, never the gradient.
            boolean newton = !lastWasGradient;
            cautious = newton;
            return newton;
        }

        @Override
        public void exchange(State state) {
            cautious = state.flag(cautious);
            lastWasGradient = state.flag(lastWasGradient);
        }

        @Override
        public Certificate certify(Evaluation at, Heading heading) {
            if (!fillAt(at)) {
                return Certificate.FIRST_ORDER;
            }
            double[] scale = scaleEvenly();
            factors.factor(hessian);
            double[] vector = heading.vector();
            if (factors.isUnchanged()) {
                divide(at.gradient(), scale, vector);
                factors.solve(vector, column);
                double gap = Vectors.dot(column, vector) / 2;
                return new Certificate(OptionalDouble.of(gap), OptionalDouble.of(0));
            }
            factors.negativeCurvature(vector);
            Vectors.scale(1 / Vectors.norm(vector), vector);
            double evenly = curvature(vector);
            if (!(evenly < -FLAT * Vectors.largest(hessian))) {
                return new Certificate(OptionalDouble.empty(), OptionalDouble.of(0));
            }
            divide(vector.clone(), scale, vector);
            double norm = Vectors.norm(vector);
            Vectors.scale(1 / norm, vector);
            double curvature = evenly / norm / norm;
            leave(at, heading, curvature);
            return new Certificate(OptionalDouble.empty(), OptionalDouble.of(curvature));
        }

        private static void divide(double[] numbers, double[] scale, double[] quotient) {
            for (int i = 0; i < quotient.length; i++) {
                quotient[i] = numbers[i] / scale[i];
            }
        }

        private double curvature(double[] v) {
            int n = v.length;
            double sum = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    sum += v[i] * hessian[i * n + j] * v[j];
                }
            }
            return sum;
        }

        /** Along the negative curvature, downhill if there is a slope. */
        private static void leave(Evaluation at, Heading heading, double curvature) {
            double slope = heading.slope(at.gradient());
            if (slope > 0) {
                Vectors.scale(-1, heading.vector());
            }
            double shortest = FIRST_RELATIVE_STEP * Math.max(1, Vectors.norm(at.point()));
            heading.set(curvature, Math.max(Math.abs(slope / curvature), shortest));
        }
    }
}
