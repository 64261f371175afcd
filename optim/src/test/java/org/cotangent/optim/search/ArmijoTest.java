package org.cotangent.optim.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.FunctionEvaluation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Backtracking where there is nothing to find. */
class ArmijoTest {

    /** 1 + slope · x, whose last bit no step changes, and which is a little higher everywhere but at 0. */
    private static final class Level implements DifferentiableFunction {

        private static final double SLOPE = -1e-17;
        private int evaluations;

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double value(double[] x) {
            evaluations++;
            return x[0] == 0 ? 1 : 1 + Math.ulp(1.0);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            gradient[0] = SLOPE;
            return value(x);
        }
    }

    static List<StepRule> rules() {
        return List.of(new Armijo(), new NonmonotoneArmijo());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void fewTrialsAreSpentOnRounding(StepRule rule) {
        Level level = new Level();
        FunctionEvaluation origin = new FunctionEvaluation(level);
        Heading heading = new Heading(1);
        heading.vector()[0] = 1;
        heading.set(Double.NaN, 1);
        Ray ray = new Ray(level, heading, origin);
        ray.aim(origin);
        StepRule.Outcome outcome = rule.search(ray, heading);
        assertThat(outcome).isEqualTo(new StepRule.Failed(Diagnosis.ROUNDING_FLOOR));
        assertThat(level.evaluations).isLessThan(10);
    }
}
