package org.cotangent.optim.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.Minimizers;
import org.junit.jupiter.api.Test;

class SecantCurvatureTest {

    /** Residuals that stay large at the minimum: 10 + x², 10 + y² + x y, x − 1. */
    private static final VectorFunction LARGE = Functions.of(
            2,
            3,
            (x, r) -> {
                r[0] = 10 + x[0] * x[0];
                r[1] = 10 + x[1] * x[1] + x[0] * x[1];
                r[2] = x[0] - 1;
            },
            (x, jacobian) -> {
                jacobian[0] = 2 * x[0];
                jacobian[1] = 0;
                jacobian[2] = x[1];
                jacobian[3] = 2 * x[1] + x[0];
                jacobian[4] = 1;
                jacobian[5] = 0;
            });

    private static final double[] ONES = {1, 1};

    private static ResidualEvaluation at(double... x) {
        ResidualEvaluation evaluation = new ResidualEvaluation(LARGE, Loss.squares());
        System.arraycopy(x, 0, evaluation.overwrite(), 0, x.length);
        return evaluation;
    }

    @Property(tries = 100)
    void theLastStepIsReproduced(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SecantCurvature curvature = new SecantCurvature(2);
        ResidualEvaluation from = at(random.nextDouble(), random.nextDouble());
        for (int k = 0; k < 3; k++) {
            ResidualEvaluation to = at(random.nextDouble(), random.nextDouble());
            curvature.learn(from, to, ONES, false);
            double[] s = {to.point()[0] - from.point()[0], to.point()[1] - from.point()[1]};
            double[] product = Matrices.product(curvature.matrix(), s);
            // (J₊ − J)ᵀ r₊, written out for these residuals.
            double[] r = to.residuals();
            assertThat(product[0]).isCloseTo(2 * s[0] * r[0] + s[1] * r[1], within(1e-8));
            assertThat(product[1]).isCloseTo((2 * s[1] + s[0]) * r[1], within(1e-8));
            assertThat(curvature.matrix()[1]).isCloseTo(curvature.matrix()[2], within(1e-8));
            from = to;
        }
    }

    @Test
    void itIsUsedWhereGaussAndNewtonPromiseTooMuch() {
        SecantCurvature curvature = new SecantCurvature(2);
        curvature.learn(at(0.5, 0.5), at(0.3, 0.2), ONES, false);
        assertThat(curvature.isUsed()).isFalse();
        // The full Gauss-Newton step from (0.3, 0.2) goes far beyond: S of the step before foretold less.
        curvature.learn(at(0.3, 0.2), at(-4, -3), ONES, false);
        assertThat(curvature.isUsed()).isTrue();
    }

    @Test
    void largeResidualsTakeFewSteps() {
        LeastSquaresResult fit = Minimizers.levenbergMarquardt().withoutFinish().minimize(LARGE, 1, 1);
        assertThat(fit.converged()).as(fit.message()).isTrue();
        // Gauss-Newton steps would converge linearly, by a factor near 1: S is 20 times JᵀJ.
        assertThat(fit.result().iterations()).isLessThan(30);
        double[] gradient = at(fit.point()).gradient();
        assertThat(Math.hypot(gradient[0], gradient[1])).isLessThan(1e-9);
    }
}
