package org.cotangent.optim.search;

import java.util.Optional;
import java.util.OptionalDouble;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Certificate;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.MatrixSize;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.trust.TurnedHessian;

/**
 * Newton's direction from the whole Hessian, computed by n products; where it is not positive definite, by the absolute
 * values of its curvatures: see {@link TurnedHessian}. For up to some hundred variables.
 */
public record Newton() implements Direction<TwiceDifferentiableFunction> {

    @Override
    public Memory begin(TwiceDifferentiableFunction function) {
        return new Dense(function);
    }

    private static final class Dense implements Memory {

        /** Long enough to leave a saddle quickly, short enough to stay where the curvature holds. */
        private static final double FIRST_RELATIVE_STEP = 1e-2;

        private final TwiceDifferentiableFunction function;
        private final double[] hessian;
        private final double[] unit;
        private final double[] column;
        private boolean cautious;
        private boolean lastWasGradient;

        Dense(TwiceDifferentiableFunction function) {
            this.function = function;
            int n = function.dimension();
            hessian = new double[MatrixSize.of("Hessian", n, n, "use products, as newtonCg() does")];
            unit = new double[n];
            column = new double[n];
        }

        @Override
        public void choose(Evaluation at, Heading heading) {
            double[] gradient = at.gradient();
            lastWasGradient = cautious;
            cautious = false;
            Optional<TurnedHessian> here = lastWasGradient ? Optional.empty() : hessianAt(at);
            if (here.isPresent()) {
                double curvature = here.get().step(at.point(), gradient, heading.vector());
                heading.set(curvature, 1);
                if (Vectors.isFinite(heading.vector()) && heading.slope(gradient) < 0) {
                    return;
                }
            }
            heading.steepestDescent(gradient, Math.min(1, 1 / Vectors.norm(gradient)));
        }

        /** Empty if it is not finite. */
        private Optional<TurnedHessian> hessianAt(Evaluation at) {
            int n = unit.length;
            LinearOperator operator = function.hessianAt(at.point());
            for (int j = 0; j < n; j++) {
                unit[j] = 1;
                operator.apply(unit, column);
                unit[j] = 0;
                System.arraycopy(column, 0, hessian, j * n, n);
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    double mean = hessian[i * n + j] / 2 + hessian[j * n + i] / 2;
                    hessian[i * n + j] = mean;
                    hessian[j * n + i] = mean;
                }
            }
            return TurnedHessian.of(hessian, n);
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
            Optional<TurnedHessian> seen = hessianAt(at);
            if (seen.isEmpty()) {
                return Certificate.FIRST_ORDER;
            }
            TurnedHessian here = seen.get();
            if (here.isDefinite()) {
                return new Certificate(OptionalDouble.of(here.gap(at.gradient())), OptionalDouble.of(0));
            }
            double curvature = here.leave(at.gradient(), heading.vector());
            if (!(curvature < 0)) {
                return new Certificate(OptionalDouble.empty(), OptionalDouble.of(0));
            }
            double shortest = FIRST_RELATIVE_STEP * Math.max(1, Vectors.norm(at.point()));
            heading.set(curvature, Math.max(Math.abs(heading.slope(at.gradient()) / curvature), shortest));
            return new Certificate(OptionalDouble.empty(), OptionalDouble.of(curvature));
        }
    }
}
