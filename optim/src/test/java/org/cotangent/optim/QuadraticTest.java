package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.Observer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.search.Lbfgs;
import org.cotangent.optim.search.PathSearch;
import org.cotangent.optim.search.StepRule;
import org.junit.jupiter.api.Test;

/** Identities that hold on convex quadratics, with a step rule of our own plugged in. */
class QuadraticTest {

    /** Exact on quadratics: the slope is linear along the ray, so two of them give its zero. */
    private static final StepRule EXACT = (path, heading) -> {
        Evaluation probe = path.at(1);
        double step = path.slope() / (path.slope() - path.slopeAt(probe));
        path.release(probe);
        return new StepRule.Accepted(step, path.at(step));
    };

    @Property(tries = 50)
    void lbfgsWithExactStepsTerminates(@ForAll @IntRange(min = 1, max = 12) int n, @ForAll long seed) {
        Quadratic quadratic = Quadratic.random(n, seed);
        Result result = exactLbfgs(n).tolerance(1e-9).minimize(quadratic, new double[n]);
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.iterations()).isLessThanOrEqualTo(n);
    }

    @Property(tries = 50)
    void lbfgsWithExactStepsFollowsConjugateGradients(@ForAll @IntRange(min = 2, max = 8) int n, @ForAll long seed) {
        Quadratic quadratic = Quadratic.random(n, seed);
        List<double[]> iterates = new ArrayList<>();
        exactLbfgs(1)
                .tolerance(1e-9)
                .observer(iterate -> {
                    iterates.add(iterate.point());
                    return Observer.Decision.CONTINUE;
                })
                .minimize(quadratic, new double[n]);
        List<double[]> expected = conjugateGradients(quadratic, iterates.size());
        for (int k = 0; k < iterates.size(); k++) {
            assertThat(iterates.get(k)).containsExactly(expected.get(k), within(1e-8));
        }
    }

    @Test
    void newtonCgSolvesInOneStepOnceItsForcingIsTight() {
        Result result = Minimizers.newtonCg().minimize(Quadratic.diagonal(1, 1, 1), 3, -2, 5);
        assertThat(result.iterations()).isEqualTo(1);
        assertThat(result.point()).containsExactly(new double[3], within(1e-15));
    }

    @Test
    void fixedStepsContractByTheTheoreticalRate() {
        // Eigenvalues 1 and 100, step 2/101: both errors shrink by 99/101 a step.
        Quadratic quadratic = Quadratic.diagonal(1, 100);
        Result result = Minimizers.gradientDescent(2.0 / 101).maxIterations(500).minimize(quadratic, 1, 1);
        double expected = Math.pow(99.0 / 101, 500);
        assertThat(Math.abs(result.point()[0])).isCloseTo(expected, within(1e-10 * expected));
        assertThat(Math.abs(result.point()[1])).isCloseTo(expected, within(1e-10 * expected));
    }

    private static PathSearch<DifferentiableFunction> exactLbfgs(int memory) {
        return PathSearch.of(new Lbfgs(memory), EXACT);
    }

    /** Hestenes and Stiefel (1952), from 0. */
    private static List<double[]> conjugateGradients(Quadratic quadratic, int steps) {
        int n = quadratic.dimension();
        double[] x = new double[n];
        double[] residual = quadratic.right().clone();
        double[] direction = residual.clone();
        double[] product = new double[n];
        List<double[]> iterates = new ArrayList<>();
        for (int k = 0; k < steps; k++) {
            quadratic.hessianVectorProduct(x, direction, product);
            double square = dot(residual, residual);
            double step = square / dot(direction, product);
            for (int i = 0; i < n; i++) {
                x[i] += step * direction[i];
                residual[i] -= step * product[i];
            }
            double factor = dot(residual, residual) / square;
            for (int i = 0; i < n; i++) {
                direction[i] = residual[i] + factor * direction[i];
            }
            iterates.add(x.clone());
        }
        return iterates;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
