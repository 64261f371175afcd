package org.cotangent.optim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the standard rule makes of the numbers it looks at. */
class StandardRuleTest {

    private static Optional<String> verdict(double gradient, double firstGradient, double secantStep, double point) {
        return StoppingRules.standard()
                .check(new Measured(7, 1, gradient, firstGradient, secantStep, point, 1))
                .map(Verdict::reason);
    }

    @Test
    void aSmallGradientNearByConverges() {
        assertThat(verdict(9e-9, 50, 1e-5, 1)).hasValue("gradient norm 9e-9 <= 1e-8");
        assertThat(verdict(2e-8, 50, 1e-5, 1)).isEmpty();
    }

    @Test
    void aSmallGradientOfAFlatFunctionDoesNot() {
        assertThat(verdict(9e-9, 50, 0.5, 1)).isEmpty();
        assertThat(verdict(0, 50, 0.5, 1)).hasValue("gradient norm 0 <= 1e-8");
    }

    @Test
    void unknownCurvatureLeavesTheGradientToDecide() {
        assertThat(verdict(9e-9, 50, Double.NaN, 1)).isPresent();
        assertThat(verdict(2e-8, 50, Double.NaN, 1)).isEmpty();
    }

    @Test
    void largeUnitsAskForASmallerGradient() {
        assertThat(verdict(9e-9, 1e-3, 1e-5, 1)).isEmpty();
        assertThat(verdict(9e-12, 1e-3, 1e-5, 1)).hasValue("gradient norm 9e-12 <= 1e-11");
    }

    @Test
    void smallUnitsLeaveThePointToDecide() {
        assertThat(verdict(1e-3, 1e9, 9e-13, 1)).hasValue("relative secant step 9e-13 <= 1e-12");
        assertThat(verdict(1e-3, 1e9, 9e-13, 0.1)).isEmpty();
    }

    @Test
    void shortStepsAtAKinkDoNotConverge() {
        assertThat(verdict(3, 4, 1e-15, 1)).isEmpty();
    }
}
