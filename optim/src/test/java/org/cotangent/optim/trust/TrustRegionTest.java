package org.cotangent.optim.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Budget;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.Meter;
import org.cotangent.optim.run.MeteredFunction;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Settings;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StoppingRules;
import org.cotangent.optim.run.VariableSizes;
import org.junit.jupiter.api.Test;

/** The loop with a model and a solver of our own: f's gradient with curvature 1, the Cauchy point. */
class TrustRegionTest {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Spherical(double[] gradient) implements Quadratic {

        double norm() {
            return Math.hypot(gradient[0], gradient[1]);
        }

        @Override
        public double[] scale() {
            return new double[] {1, 1};
        }

        @Override
        public double unrestrictedStepNorm() {
            return norm();
        }

        @Override
        public double decrement() {
            return norm() * norm() / 2;
        }
    }

    private static final SubproblemSolver<Spherical> CAUCHY = (model, radius, step) -> {
        double norm = model.norm();
        double length = Math.min(radius, norm);
        for (int i = 0; i < 2; i++) {
            step.vector()[i] = -length / norm * model.gradient()[i];
        }
        step.set(length, length * (norm - length / 2), -length * norm, length < norm);
    };

    private static Model.Memory<FunctionEvaluation, Spherical> memory(
            DifferentiableFunction function, VariableSizes sizes) {
        return new Model.Memory<>() {
            @Override
            public FunctionEvaluation blank() {
                return new FunctionEvaluation(function);
            }

            @Override
            public VariableSizes sizes() {
                return sizes;
            }

            @Override
            public void learn(FunctionEvaluation from, FunctionEvaluation to) {}

            @Override
            public void exchange(State state) {}

            @Override
            public Spherical around(FunctionEvaluation point) {
                return new Spherical(point.gradient().clone());
            }
        };
    }

    private static Result minimize(DifferentiableFunction function, double... start) {
        Meter meter = new Meter(Budget.DEFAULT, () -> false);
        TrustRegion<DifferentiableFunction, FunctionEvaluation, Spherical> method = new TrustRegion<>(
                TrustRegionTest::memory,
                CAUCHY,
                RadiusPolicy.ofSquares(1),
                VariableSizes.unknown(),
                unused -> Optional.empty());
        return method.start(
                        new MeteredFunction(function, meter),
                        meter,
                        Settings.of(StoppingRules.gradientNorm(1e-8)),
                        start)
                .finish();
    }

    /** a x² + b y², NaN outside the unit disc around 0 if walled. */
    private record Bowl(double a, double b, boolean walled) implements DifferentiableFunction {

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double value(double[] x) {
            return walled && Math.hypot(x[0], x[1]) > 1 ? Double.NaN : a * x[0] * x[0] + b * x[1] * x[1];
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            gradient[0] = 2 * a * x[0];
            gradient[1] = 2 * b * x[1];
            return value(x);
        }
    }

    @Test
    void minimizesAScalarFunctionWithPluggedParts() {
        Result result = minimize(new Bowl(1, 3, false), 4, -2);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.point()).containsExactly(new double[2], within(1e-8));
        assertThat(result.certificate().gap()).isPresent();
    }

    @Test
    void aWallOfNaNShrinksTheRegion() {
        Result result = minimize(new Bowl(10, 40, true), 0.6, 0.6);
        assertThat(result.converged()).as(result.message()).isTrue();
    }

    @Test
    void aStartThatIsNotFiniteIsAStatus() {
        assertThat(minimize(new Bowl(1, 1, true), 5, 5).status()).isEqualTo(Status.NON_FINITE_START);
    }
}
