package org.cotangent.optim.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.FunctionEvaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conditions the search promises, on the functions of Moré and Thuente (1994), section 5, and random ones. */
class StrongWolfeTest {

    /** A function along t ≥ 0 with its derivative, counting evaluations. */
    private static final class Profile implements DifferentiableFunction {
        private final DoubleUnaryOperator value;
        private final DoubleUnaryOperator slope;
        private int evaluations;

        Profile(DoubleUnaryOperator value, DoubleUnaryOperator slope) {
            this.value = value;
            this.slope = slope;
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double value(double[] x) {
            evaluations++;
            return value.applyAsDouble(x[0]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            evaluations++;
            gradient[0] = slope.applyAsDouble(x[0]);
            return value.applyAsDouble(x[0]);
        }
    }

    private static StepRule.Outcome search(Profile profile, double firstStep) {
        FunctionEvaluation origin = new FunctionEvaluation(profile);
        origin.overwrite()[0] = 0;
        Heading heading = new Heading(1);
        heading.vector()[0] = 1;
        heading.set(Double.NaN, firstStep);
        Ray ray = new Ray(profile, heading, origin);
        ray.aim(origin);
        return new StrongWolfe().search(ray, heading);
    }

    private static void assertStrongWolfe(Profile profile, double firstStep, int mostTrials) {
        StepRule.Outcome outcome = search(profile, firstStep);
        assertThat(outcome).isInstanceOf(StepRule.Accepted.class);
        StepRule.Accepted accepted = (StepRule.Accepted) outcome;
        double slope = profile.slope.applyAsDouble(0);
        double t = accepted.step();
        assertThat(accepted.evaluation().point()[0]).isEqualTo(t);
        assertThat(profile.value.applyAsDouble(t))
                .isLessThanOrEqualTo(profile.value.applyAsDouble(0) + 1e-4 * t * slope);
        assertThat(Math.abs(profile.slope.applyAsDouble(t))).isLessThanOrEqualTo(0.9 * Math.abs(slope));
        assertThat(profile.evaluations).isLessThanOrEqualTo(1 + mostTrials);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-1, 1e1, 1e3})
    void firstFunctionOfThePaper(double firstStep) {
        // φ(t) = −t / (t² + 2); the paper needs at most 6 with tighter constants.
        assertStrongWolfe(
                new Profile(t -> -t / (t * t + 2), t -> (t * t - 2) / ((t * t + 2) * (t * t + 2))), firstStep, 8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-1, 1e1, 1e3})
    void secondFunctionOfThePaper(double firstStep) {
        // φ(t) = (t + β)⁵ − 2 (t + β)⁴ with β = 0.004; the paper needs at most 12.
        double beta = 0.004;
        assertStrongWolfe(
                new Profile(
                        t -> Math.pow(t + beta, 5) - 2 * Math.pow(t + beta, 4),
                        t -> 5 * Math.pow(t + beta, 4) - 8 * Math.pow(t + beta, 3)),
                firstStep,
                12);
    }

    @Property(tries = 500)
    void randomWaves(
            @ForAll @Scale(4) @DoubleRange(min = -3, max = 3) double amplitude,
            @ForAll @Scale(4) @DoubleRange(min = 0.1, max = 10) double frequency,
            @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 10) double curvature,
            @ForAll @Scale(4) @DoubleRange(min = 1e-3, max = 1e3) double firstStep) {
        // Falls at 0 with slope −1, rises at infinity, oscillates between.
        Profile profile = new Profile(
                t -> -t + curvature * t * t + amplitude * (1 - Math.cos(frequency * t)),
                t -> -1 + 2 * curvature * t + amplitude * frequency * Math.sin(frequency * t));
        assertStrongWolfe(profile, firstStep, 60);
    }

    @Property(tries = 200)
    void aWallOfNaNIsBackedAwayFrom(
            @ForAll @Scale(4) @DoubleRange(min = 1e-3, max = 1) double wall,
            @ForAll @Scale(4) @DoubleRange(min = 1e-3, max = 1e3) double firstStep) {
        Profile profile = new Profile(t -> t < wall ? -t : Double.NaN, t -> t < wall ? -1 : Double.NaN);
        StepRule.Outcome outcome = search(profile, firstStep);
        assertThat(outcome).isInstanceOf(StepRule.Accepted.class);
        assertThat(((StepRule.Accepted) outcome).step()).isLessThan(wall);
    }

    @Test
    void anAscentDirectionIsRefused() {
        assertThat(search(new Profile(t -> t, t -> 1), 1)).isEqualTo(new StepRule.Failed(Diagnosis.NOT_DESCENT));
    }
}
