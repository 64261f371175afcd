package org.cotangent.optim.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.trust.TrustStep;

/** The optimality conditions of the subproblem (Moré 1978, section 3), on random linear residuals. */
class LevenbergParameterTest {

    @Property(tries = 300)
    void theStepSolvesTheDampedNormalEquationsOnTheRadius(
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll @IntRange(min = 1, max = 9) int m,
            @ForAll @Scale(4) @DoubleRange(min = 1e-3, max = 10) double radius,
            @ForAll long seed) {
        LinearResiduals linear = LinearResiduals.random(m, n, seed);
        ResidualEvaluation at = new ResidualEvaluation(linear, Loss.squares());
        double[] scale = new double[n];
        SplittableRandom random = new SplittableRandom(seed + 1);
        for (int j = 0; j < n; j++) {
            at.overwrite()[j] = random.nextDouble(-1, 1);
            scale[j] = random.nextDouble(0.5, 2);
        }
        TrustStep step = new TrustStep(n);
        new LevenbergParameter().solve(LinearizedResiduals.of(at, scale).model(at), radius, step);

        double[] s = step.vector();
        double[] force = forceOf(at, s);
        double length = scaledNorm(scale, s);
        assertThat(length).isLessThanOrEqualTo(radius * (1 + 2e-6)).isCloseTo(step.scaledNorm(), within(1e-9 * radius));
        if (step.isRestricted()) {
            assertThat(length).isCloseTo(radius, within(2e-6 * radius));
        }
        // −Jᵀ(r + J s) = λ D² s with one λ ≥ 0 for all variables: force and D² s are parallel.
        double damping = dot(force, s) / (length * length);
        assertThat(damping).isGreaterThanOrEqualTo(-1e-9);
        double size = scaledNorm(scale, at.gradient()) + 1;
        for (int j = 0; j < n; j++) {
            assertThat(force[j]).isCloseTo(damping * scale[j] * scale[j] * s[j], within(1e-8 * size));
        }
        assertThat(step.predicted()).isCloseTo(decrease(at, s), within(1e-9 * (1 + at.value())));
        assertThat(step.slope()).isCloseTo(dot(at.gradient(), s), within(1e-9 * size * (1 + length)));
    }

    @Property(tries = 300)
    void withSecondDerivativesNoPointOnTheSphereIsLower(
            @ForAll @IntRange(min = 1, max = 5) int n,
            @ForAll @Scale(4) @DoubleRange(min = 1e-2, max = 10) double radius,
            @ForAll boolean flat,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LinearResiduals linear = LinearResiduals.random(n + 2, n, seed);
        ResidualEvaluation at = new ResidualEvaluation(linear, Loss.squares());
        double[] scale = new double[n];
        double[] added = new double[n * n];
        at.overwrite();
        for (int j = 0; j < n; j++) {
            scale[j] = random.nextDouble(0.5, 2);
            for (int k = 0; k <= j; k++) {
                added[j * n + k] = random.nextDouble(-4, 2);
                added[k * n + j] = added[j * n + k];
            }
        }
        // Without residuals there is no slope at all: the hard case.
        ResidualEvaluation around = flat ? flat(linear) : at;
        DiagonalModel model = LinearizedResiduals.of(around, scale).model(around, added);
        TrustStep step = new TrustStep(n);
        new LevenbergParameter().solve(model, radius, step);
        double[] s = step.vector();
        double promised = around.predictedDecrease(s) - dot(s, Matrices.product(added, s)) / 2;
        assertThat(step.predicted()).isCloseTo(promised, within(1e-9 * (1 + around.value() + radius * radius)));
        assertThat(scaledNorm(scale, s)).isLessThanOrEqualTo(radius * (1 + 2e-6));
        for (int k = 0; k < 50; k++) {
            double[] other = new double[n];
            for (int j = 0; j < n; j++) {
                other[j] = random.nextDouble(-1, 1);
            }
            Vectors.scale(radius * random.nextDouble() / scaledNorm(scale, other), other);
            double value = around.predictedDecrease(other) - dot(other, Matrices.product(added, other)) / 2;
            assertThat(value).isLessThanOrEqualTo(promised + 1e-5 * (1 + around.value() + radius * radius));
        }
    }

    /** The point where all residuals are 0, as they are homogeneous. */
    private static ResidualEvaluation flat(LinearResiduals linear) {
        ResidualEvaluation at = new ResidualEvaluation(
                new LinearResiduals(linear.matrix(), new double[linear.outputDimension()]), Loss.squares());
        at.overwrite();
        return at;
    }

    /** −Jᵀ(r + J s). */
    private static double[] forceOf(ResidualEvaluation at, double[] s) {
        double[] moved = moved(at, s);
        double[] force = new double[s.length];
        for (int i = 0; i < moved.length; i++) {
            for (int j = 0; j < s.length; j++) {
                force[j] -= at.jacobian()[i * s.length + j] * moved[i];
            }
        }
        return force;
    }

    private static double[] moved(ResidualEvaluation at, double[] s) {
        double[] moved = at.residuals().clone();
        for (int i = 0; i < moved.length; i++) {
            for (int j = 0; j < s.length; j++) {
                moved[i] += at.jacobian()[i * s.length + j] * s[j];
            }
        }
        return moved;
    }

    private static double decrease(ResidualEvaluation at, double[] s) {
        double[] moved = moved(at, s);
        return at.value() - dot(moved, moved) / 2;
    }

    private static double scaledNorm(double[] scale, double[] s) {
        double sum = 0;
        for (int j = 0; j < s.length; j++) {
            sum += scale[j] * s[j] * scale[j] * s[j];
        }
        return Math.sqrt(sum);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
