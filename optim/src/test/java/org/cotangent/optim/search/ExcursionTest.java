package org.cotangent.optim.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.VariableSizes;
import org.cotangent.optim.run.Vectors;
import org.junit.jupiter.api.Test;

/** Steps that go uphill on the way down, and searches that take them where they creep. */
class ExcursionTest {

    private static final double STEEP = 1e6;

    /** Walls a million times as steep as the floor, which bends. */
    private static final DifferentiableFunction VALLEY =
            Functions.of(2, x -> STEEP * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2), (x, gradient) -> {
                double across = x[1] - x[0] * x[0];
                gradient[0] = -4 * STEEP * across * x[0] - 2 * (1 - x[0]);
                gradient[1] = 2 * STEEP * across;
            });

    @Test
    void aLongStepAlongABentValleyComesBackToItsFloor() {
        FunctionEvaluation start = at(VALLEY, -1, 1);
        Excursion excursion = excursion(VALLEY, start);
        FunctionEvaluation lower = excursion.from(start).lower().orElseThrow();
        assertThat(lower.value()).isLessThan(start.value());
        // A line from here falls for some 0.02 at most: 1e6 t⁴ = 4 t.
        assertThat(Vectors.distance(lower.point(), start.point())).isGreaterThan(0.05);
    }

    @Test
    void anExcursionThatFindsNothingKnowsTheCurvatureWhereItBegan() {
        // (x − 1)² + 5 (y + 2)² + 2 (x − 1)(y + 2), at its minimum: the inverse of {{2, 2}, {2, 10}}
        DifferentiableFunction bowl = Functions.of(
                2,
                x -> Math.pow(x[0] - 1, 2) + 5 * Math.pow(x[1] + 2, 2) + 2 * (x[0] - 1) * (x[1] + 2),
                (x, gradient) -> {
                    gradient[0] = 2 * (x[0] - 1) + 2 * (x[1] + 2);
                    gradient[1] = 10 * (x[1] + 2) + 2 * (x[0] - 1);
                });
        FunctionEvaluation start = at(bowl, 1, -2);
        Excursion.Return found = excursion(bowl, start).from(start);
        assertThat(found.lower()).isEmpty();
        // Forward differences have half of the digits.
        assertThat(found.inverse().orElseThrow())
                .containsExactly(new double[] {0.625, -0.125, -0.125, 0.125}, within(1e-7));
    }

    @Test
    void anExcursionEndsWhereValuesDo() {
        DifferentiableFunction edge = Functions.of(
                1, x -> x[0] < 1 ? Double.NaN : x[0], (x, gradient) -> gradient[0] = x[0] < 1 ? Double.NaN : 1);
        FunctionEvaluation start = at(edge, 1);
        assertThat(excursion(edge, start).from(start).lower()).isEmpty();
    }

    /** Measured: 85 evaluations; 717 without excursions. */
    @Test
    void bfgsDoesNotCreepAlongABentValley() {
        AtomicInteger calls = new AtomicInteger();
        DifferentiableFunction counted = Functions.of(2, VALLEY::value, (x, gradient) -> {
            calls.incrementAndGet();
            VALLEY.valueAndGradient(x, gradient);
        });
        Result result = Minimizers.bfgs().minimize(counted, -1, 1);
        assertThat(result.converged()).as(result.summary()).isTrue();
        assertThat(result.point()).containsExactly(new double[] {1, 1}, within(1e-6));
        assertThat(calls.get()).as(result.summary()).isLessThan(200);
        assertThat(result.evaluations()).isEqualTo(calls.get());
    }

    @Test
    void sizesOfTheCallerLeadTheSameWayInOtherUnits() {
        double[] units = {1 << 20, 1.0 / (1 << 20)};
        DifferentiableFunction scaled =
                Functions.of(2, x -> VALLEY.value(new double[] {x[0] / units[0], x[1] / units[1]}), (x, gradient) -> {
                    VALLEY.valueAndGradient(new double[] {x[0] / units[0], x[1] / units[1]}, gradient);
                    gradient[0] /= units[0];
                    gradient[1] /= units[1];
                });
        Result plain = Minimizers.bfgs().typicalSizes(1, 1).maxIterations(40).minimize(VALLEY, -1, 1);
        Result other = Minimizers.bfgs().typicalSizes(units).maxIterations(40).minimize(scaled, -units[0], units[1]);
        assertThat(other.value()).isEqualTo(plain.value());
        assertThat(other.evaluations()).isEqualTo(plain.evaluations());
    }

    private static Excursion excursion(DifferentiableFunction function, FunctionEvaluation start) {
        Excursion excursion =
                new Excursion(function.dimension(), VariableSizes.unknown(), () -> new FunctionEvaluation(function));
        excursion.pass(start);
        return excursion;
    }

    private static FunctionEvaluation at(DifferentiableFunction function, double... point) {
        FunctionEvaluation evaluation = new FunctionEvaluation(function);
        System.arraycopy(point, 0, evaluation.overwrite(), 0, point.length);
        evaluation.gradient();
        return evaluation;
    }
}
