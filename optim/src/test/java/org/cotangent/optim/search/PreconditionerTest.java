package org.cotangent.optim.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.StoppingRules;
import org.junit.jupiter.api.Test;

/** What a preconditioner saves where it knows the curvatures: Σ cᵢ xᵢ² / 2 with c from 1 to 1e6. */
class PreconditionerTest {

    private static final int N = 40;

    private static double curvature(int i) {
        return Math.pow(10, 6.0 * i / (N - 1));
    }

    private record Bowl() implements TwiceDifferentiableFunction {

        @Override
        public int dimension() {
            return N;
        }

        @Override
        public double value(double[] x) {
            return valueAndGradient(x, new double[N]);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            double sum = 0;
            for (int i = 0; i < N; i++) {
                gradient[i] = curvature(i) * x[i];
                sum += gradient[i] * x[i] / 2;
            }
            return sum;
        }

        @Override
        public void hessianVectorProduct(double[] x, double[] v, double[] product) {
            for (int i = 0; i < N; i++) {
                product[i] = curvature(i) * v[i];
            }
        }
    }

    private static Preconditioner exact() {
        double[] inverse = new double[N];
        Arrays.setAll(inverse, i -> 1 / curvature(i));
        return Preconditioner.diagonal(inverse);
    }

    private static Result minimize(Direction<? super TwiceDifferentiableFunction> direction, StepRule rule) {
        double[] start = new double[N];
        Arrays.setAll(start, i -> 1 + i % 3);
        return PathSearch.ofSecondOrder(direction, rule)
                .stopWhen(StoppingRules.gradientNorm(1e-6))
                .minimize(new Bowl(), start);
    }

    /** One step in exact arithmetic, and one for its rounding. */
    @Test
    void theInverseHessianMakesEveryMethodNewtons() {
        List<Direction<? super TwiceDifferentiableFunction>> directions = List.of(
                new Lbfgs(5, exact()),
                new NonlinearConjugateGradients(Beta.POLAK_RIBIERE_PLUS, true, 0, exact()),
                new NonlinearConjugateGradients(Beta.HAGER_ZHANG, true, 5, exact()),
                new NewtonCg(exact()));
        for (Direction<? super TwiceDifferentiableFunction> direction : directions) {
            Result result = minimize(direction, new ExactOnQuadratics());
            assertThat(result.converged())
                    .as(direction + ": " + result.message())
                    .isTrue();
            assertThat(result.iterations())
                    .as(direction + ": " + result.message())
                    .isLessThanOrEqualTo(2);
            assertThat(result.point()).containsExactly(new double[N], within(1e-6));
        }
    }

    @Test
    void withoutItTheyTakeMany() {
        assertThat(minimize(new Lbfgs(5), new StrongWolfe()).iterations()).isGreaterThan(50);
        assertThat(minimize(new NonlinearConjugateGradients(Beta.POLAK_RIBIERE_PLUS, true), new ExactOnQuadratics())
                        .iterations())
                .isGreaterThan(50);
    }

    @Test
    void newtonCgSavesProducts() {
        long plain = minimize(new NewtonCg(), new Armijo()).counts().products();
        long preconditioned =
                minimize(new NewtonCg(exact()), new Armijo()).counts().products();
        // Both also look at the curvature of the point they return, by up to 80 products.
        assertThat(preconditioned).isLessThan(plain - 40);
    }

    @Test
    void badEntriesAreRefused() {
        assertThatThrownBy(() -> Preconditioner.diagonal(1, 0)).hasMessageContaining("inverse curvature 1 is 0.0");
        Preconditioner two = Preconditioner.diagonal(1, 2);
        assertThatThrownBy(() -> minimize(new Lbfgs(5, two), new StrongWolfe())).hasMessageContaining("expected 40");
    }
}
