package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.run.Budget;
import org.cotangent.optim.run.Call;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StoppingRules;
import org.cotangent.optim.search.PathSearch;
import org.junit.jupiter.api.Test;

/** Functions that do not keep to what is asked of them are told apart from hard ones, and never claimed. */
class MisuseTest {

    private static final int WIDE = 100_000;

    /** Rosenbrock's valley whose second derivatives are replaced. */
    private static TwiceDifferentiableFunction valley(Functions.HessianVectorProduct product) {
        Rosenbrock valley = new Rosenbrock(2);
        return Functions.of(2, valley::value, valley::valueAndGradient, product);
    }

    private static List<PathSearch<TwiceDifferentiableFunction>> steppingByCurvature() {
        return List.of(Minimizers.newton(), Minimizers.newtonCg());
    }

    @Test
    void secondDerivativesOfTheWrongSignEndARun() {
        Rosenbrock right = new Rosenbrock(2);
        TwiceDifferentiableFunction wrong = valley((x, v, product) -> {
            right.hessianVectorProduct(x, v, product);
            product[0] = -product[0];
            product[1] = -product[1];
        });
        for (PathSearch<TwiceDifferentiableFunction> method : steppingByCurvature()) {
            Result result = method.maxIterations(20_000).minimize(wrong, -1.2, 1);
            assertThat(result.converged()).as(result.message()).isFalse();
        }
    }

    @Test
    void secondDerivativesThatAreNoNumbersCertifyNothing() {
        TwiceDifferentiableFunction none = valley((x, v, product) -> {
            product[0] = Double.NaN;
            product[1] = Double.NaN;
        });
        for (PathSearch<TwiceDifferentiableFunction> method : steppingByCurvature()) {
            Result result = method.minimize(none, 0.999, 0.998);
            assertThat(result.converged()).as(result.message()).isTrue();
            assertThat(result.message()).contains("gap not certified").doesNotContain("no negative curvature");
        }
    }

    @Test
    void matricesThatNoArrayHoldsAreRefusedByName() {
        TwiceDifferentiableFunction wide = Functions.of(
                WIDE,
                x -> x[0] * x[0],
                (x, gradient) -> gradient[0] = 2 * x[0],
                (x, v, product) -> product[0] = 2 * v[0]);
        assertRefused(Minimizers.bfgs(), wide, "inverse Hessian would have 100000 times 100000", "lbfgs(10)");
        assertRefused(Minimizers.newton(), wide, "Hessian would have 100000 times 100000", "newtonCg()");
    }

    private static void assertRefused(
            Minimizer<? super TwiceDifferentiableFunction, Result> method,
            TwiceDifferentiableFunction function,
            String... parts) {
        assertThatThrownBy(() -> method.minimize(function, new double[function.dimension()]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts);
    }

    @Test
    void fixedStepsThatClimbDiverge() {
        DifferentiableFunction bowl = Functions.of(1, x -> x[0] * x[0], (x, gradient) -> gradient[0] = 2 * x[0]);
        DifferentiableFunction wrong = Functions.of(1, x -> x[0] * x[0], (x, gradient) -> gradient[0] = -2 * x[0]);
        for (Result result : List.of(
                Minimizers.gradientDescent(1.5).minimize(bowl, 1),
                Minimizers.heavyBall(3, 0.1).minimize(bowl, 1),
                Minimizers.gradientDescent(0.1).minimize(wrong, 1))) {
            assertThat(result.status()).as(result.message()).isEqualTo(Status.DIVERGED);
            assertThat(result.message()).contains("above 1 at the start").contains("shorter steps");
        }
    }

    @Test
    void aGradientThatIsNotWrittenIsNoStationaryPoint() {
        DifferentiableFunction forgetful = Functions.of(2, x -> x[0] + x[1], (x, gradient) -> gradient[0] = 0);
        Result result = Minimizers.lbfgs(10).minimize(forgetful, 1, 1);
        assertThat(result.status()).as(result.message()).isEqualTo(Status.NON_FINITE_START);
        assertThat(result.reason()).contains("gradient[1] is NaN, or was not written");
    }

    @Test
    void aFunctionThatMovesItsPointIsNamed() {
        DifferentiableFunction mover = Functions.of(2, x -> x[0] * x[0] + x[1] * x[1], (x, gradient) -> {
            gradient[0] = 2 * x[0];
            gradient[1] = 2 * x[1];
            x[1]++;
        });
        assertThatThrownBy(() -> Minimizers.trustRegionSr1().minimize(mover, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the function changed x[1] from 2.0 to 3.0")
                .hasMessageContaining("copy it");
        VectorFunction residuals = Functions.of(
                1,
                1,
                (x, y) -> {
                    y[0] = x[0];
                    x[0] = 7;
                },
                (x, jacobian) -> jacobian[0] = 1);
        assertThatThrownBy(() -> Minimizers.levenbergMarquardt().minimize(residuals, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the function changed x[0] from 1.0 to 7.0");
    }

    /** A target below the minimum is no reason to doubt the gradient. */
    @Test
    void aTargetThatCannotBeMetIsNoWrongGradient() {
        DifferentiableFunction bowl = Functions.of(1, x -> x[0] * x[0], (x, gradient) -> gradient[0] = 2 * x[0]);
        Result result = Minimizers.lbfgs(10).stopWhen(StoppingRules.value(-1)).minimize(bowl, 3);
        assertThat(result.status()).as(result.message()).isEqualTo(Status.ROUNDING_FLOOR);
        assertThat(result.message()).contains("the gradient is 0").doesNotContain("verify the gradient");
    }

    @Test
    void aLimitOnProductsIsRaisedByItsOwnName() {
        Result result = Minimizers.newtonCg()
                .budget(Budget.DEFAULT.withLimit(Call.PRODUCT, 3))
                .minimize(new Rosenbrock(2), -1.2, 1);
        assertThat(result.message())
                .contains("3 Hessian-vector products done", "raise the budget's limit on Hessian-vector products")
                .doesNotContain("maxEvaluations");
    }

    /** x², which has no value below 2.5: the shortest step that leaves is rounding already. */
    @Test
    void theEndOfTheDomainIsNoRoundingFloor() {
        TwiceDifferentiableFunction wall =
                new OneVariable(x -> x < 2.5 ? Double.POSITIVE_INFINITY : x * x, x -> 2 * x, x -> 2);
        for (Minimizer<? super TwiceDifferentiableFunction, Result> method :
                List.<Minimizer<? super TwiceDifferentiableFunction, Result>>of(
                        Minimizers.gradientDescent(1e-3),
                        Minimizers.gradientDescentArmijo(),
                        Minimizers.barzilaiBorwein(),
                        Minimizers.conjugateGradients(),
                        Minimizers.bfgs(),
                        Minimizers.lbfgs(10),
                        Minimizers.newton(),
                        Minimizers.newtonCg(),
                        Minimizers.trustRegion(),
                        Minimizers.trustRegionBfgs(),
                        Minimizers.trustRegionSr1(),
                        Minimizers.trustRegionGltr())) {
            Result result = method.minimize(wall, 3);
            assertThat(result.status()).as(result.message()).isEqualTo(Status.LINE_SEARCH_FAILED);
            assertThat(result.message()).contains("at the end of the domain");
        }
    }
}
