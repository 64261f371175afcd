package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cotangent.optim.run.Budget;
import org.cotangent.optim.run.StoppingRules;
import org.cotangent.optim.search.FixedStep;
import org.cotangent.optim.search.PathSearch;
import org.cotangent.optim.search.SteepestDescent;
import org.junit.jupiter.api.Test;

/** Programming errors throw, naming the value, the expectation and the remedy. */
class BadInputTest {

    private static void assertRefused(ThrowingCallable call, String... parts) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll(parts);
    }

    @Test
    void wrongLengthOfTheStart() {
        assertRefused(
                () -> Minimizers.lbfgs(5).minimize(new Rosenbrock(3), 1, 2), "start has length 2, expected 3", "pass");
        Tape tape = Tape.read("nist_Misra1a");
        assertRefused(
                () -> Minimizers.levenbergMarquardt().minimize(new TapeResiduals(tape), 1),
                "start has length 1, expected 2");
    }

    @Test
    void noVariables() {
        assertRefused(
                () -> Minimizers.newtonCg().minimize(new Rosenbrock(0)),
                "dimension of the function is 0, expected at least 1");
    }

    @Test
    @SuppressWarnings("NullAway")
    void nulls() {
        assertThatThrownBy(() -> Minimizers.lbfgs(5).minimize(null, 1))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("function is null, expected");
        assertThatThrownBy(() -> Minimizers.lbfgs(5).minimize(new Rosenbrock(2), (double[]) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("start is null, expected an array of length 2");
        assertThatThrownBy(() -> Minimizers.lbfgs(5).observer(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("Observer.NONE");
        assertThatThrownBy(() -> PathSearch.of(new SteepestDescent(), null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("stepRule is null");
        assertThatThrownBy(() -> Minimizers.levenbergMarquardt().minimize(null, 1))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("residuals is null, expected");
    }

    @Test
    void settingsOutOfRange() {
        assertRefused(() -> Minimizers.lbfgs(0), "L-BFGS memory is 0, expected at least 1", "try 10");
        assertRefused(() -> new FixedStep(-1), "step is -1.0, expected a positive finite number");
        assertRefused(() -> Minimizers.gradientDescent(Double.NaN), "step is NaN");
        assertRefused(() -> Minimizers.lbfgs(5).tolerance(-1), "gradient tolerance is -1.0, expected");
        assertRefused(() -> StoppingRules.step(Double.NaN), "step tolerance is NaN");
        assertRefused(() -> Minimizers.lbfgs(5).maxIterations(-1), "maxIterations is -1, expected at least 0");
        assertRefused(() -> Budget.DEFAULT.withEvaluations(-2), "maxEvaluations is -2");
        assertRefused(() -> Minimizers.levenbergMarquardt().radiusFactor(0), "radius factor is 0.0, expected");
        assertRefused(() -> Minimizers.levenbergMarquardt().tolerance(-1), "model step tolerance is -1.0");
    }
}
