package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;
import org.cotangent.optim.run.Minimizer;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the gradient jumps and vanishes nowhere nearby, nothing is claimed, and the message names what stands in the way. */
class KinksTest {

    /** Far below every slope of these functions. */
    private static final double VANISHED = 1e-3;

    /** |u| and its slope times a factor, added to a value in slot 0 and to a gradient in the slots behind. */
    private static void addAbsolute(double factor, double u, double[] row, double[] sum) {
        sum[0] += factor * Math.abs(u);
        for (int i = 0; i < row.length; i++) {
            sum[i + 1] += factor * Math.signum(u) * row[i];
        }
    }

    private static void addSquare(double factor, double u, double[] row, double[] sum) {
        sum[0] += factor * u * u;
        for (int i = 0; i < row.length; i++) {
            sum[i + 1] += 2 * factor * u * row[i];
        }
    }

    private static void addPositivePart(double u, double[] row, double[] sum) {
        if (u > 0) {
            sum[0] += u;
            for (int i = 0; i < row.length; i++) {
                sum[i + 1] += row[i];
            }
        }
    }

    /** A function from its value in slot 0 and its gradient in the slots behind. */
    private static DifferentiableFunction of(int n, Function<double[], double[]> jet) {
        return Functions.of(
                n, x -> jet.apply(x)[0], (x, gradient) -> System.arraycopy(jet.apply(x), 1, gradient, 0, n));
    }

    private static double[] roof(double[] x) {
        double[] sum = new double[3];
        addAbsolute(1, x[0], new double[] {1, 0}, sum);
        addAbsolute(2, x[1] - 1, new double[] {0, 1}, sum);
        return sum;
    }

    private static double[] planes(double[] x) {
        double[][] all = {{x[0] + 3 * x[1], 1, 3}, {-x[0] + x[1], -1, 1}, {-x[1], 0, -1}};
        return Arrays.stream(all).max((a, b) -> Double.compare(a[0], b[0])).orElseThrow();
    }

    private static double[] cone(double[] x) {
        double[] from = {x[0], x[1] - 1, x[2] - 2};
        double norm = Math.hypot(Math.hypot(from[0], from[1]), from[2]);
        return new double[] {5 + norm, from[0] / norm, from[1] / norm, from[2] / norm};
    }

    private static double[] bentValley(double[] x) {
        double[] sum = new double[3];
        addAbsolute(10, x[1] - x[0] * x[0], new double[] {-2 * x[0], 1}, sum);
        addAbsolute(1, 1 - x[0], new double[] {-1, 0}, sum);
        return sum;
    }

    private static double[] hinges(double[] x) {
        double[][] data = {{1, 2, 1}, {2, 0.5, 1}, {-1, -1, -1}, {-0.5, 0.4, -1}, {0.2, -0.6, 1}};
        double[] sum = new double[3];
        addSquare(0.05, x[0], new double[] {1, 0}, sum);
        addSquare(0.05, x[1], new double[] {0, 1}, sum);
        for (double[] row : data) {
            double side = row[2];
            addPositivePart(
                    1 - side * (row[0] * x[0] + row[1] * x[1]), new double[] {-side * row[0], -side * row[1]}, sum);
        }
        return sum;
    }

    private static double[] lasso(double[] x) {
        double[][] rows = {{1, 2, 3}, {2, -1, 0.5}, {0.3, 0.7, -2}, {1, 1, 1}};
        double[] right = {1, 2, 0.1, 0.5};
        double[] sum = new double[4];
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            addSquare(0.5, row[0] * x[0] + row[1] * x[1] + row[2] * x[2] - right[i], row, sum);
        }
        addAbsolute(0.8, x[0], new double[] {1, 0, 0}, sum);
        addAbsolute(0.8, x[1], new double[] {0, 1, 0}, sum);
        addAbsolute(0.8, x[2], new double[] {0, 0, 1}, sum);
        return sum;
    }

    private static double[] median(double[] x) {
        double[] sum = new double[2];
        for (double datum : new double[] {1, 2, 3.5, 7, 11}) {
            addAbsolute(1, x[0] - datum, new double[] {1}, sum);
        }
        return sum;
    }

    /** The smooth part is what the first gradients are made of. */
    private static double[] mixed(double[] x) {
        double[] sum = new double[3];
        addSquare(1, x[0], new double[] {1, 0}, sum);
        addAbsolute(1, x[1] - 0.3, new double[] {0, 1}, sum);
        return sum;
    }

    private static final Map<String, BiFunction<DifferentiableFunction, double[], Result>> METHODS = Map.of(
            "BFGS", by(Minimizers.bfgs()),
            "L-BFGS", by(Minimizers.lbfgs(10)),
            "conjugate gradients", by(Minimizers.conjugateGradients()),
            "trust region, BFGS", by(Minimizers.trustRegionBfgs()),
            "trust region, SR1", by(Minimizers.trustRegionSr1()),
            "trust region, SR1, 1e-12", by(Minimizers.trustRegionSr1().tolerance(1e-12)));

    private static BiFunction<DifferentiableFunction, double[], Result> by(
            Minimizer<DifferentiableFunction, Result> method) {
        return method::minimize;
    }

    static Stream<Arguments> runs() {
        Map<String, Function<double[], double[]>> functions = Map.of(
                "roof", KinksTest::roof,
                "planes", KinksTest::planes,
                "cone", KinksTest::cone,
                "bent valley", KinksTest::bentValley,
                "hinges", KinksTest::hinges,
                "lasso", KinksTest::lasso,
                "median", KinksTest::median,
                "mixed", KinksTest::mixed);
        return functions.entrySet().stream()
                .flatMap(function -> METHODS.keySet().stream()
                        .map(method -> Arguments.of(function.getKey(), method, function.getValue())));
    }

    private static List<double[]> starts(String function) {
        return switch (function) {
            case "cone", "lasso" -> List.of(new double[] {1, 2, 3.5}, new double[] {-4, 0, 1});
            case "median" -> List.of(new double[] {0}, new double[] {20}, new double[] {5});
            case "mixed" -> List.of(new double[] {1000, 1}, new double[] {300, -0.2});
            default -> List.of(new double[] {1, 0.3}, new double[] {5, -4}, new double[] {3, 3}, new double[] {0.1, 2});
        };
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("runs")
    void nothingIsClaimedAtAKink(String function, String method, Function<double[], double[]> jet) {
        for (double[] start : starts(function)) {
            Result result = METHODS.get(method).apply(of(start.length, jet), start);
            assertThat(!result.converged() || result.gradientNorm() < VANISHED)
                    .as(result.message())
                    .isTrue();
            boolean named =
                    result.status() == Status.NON_SMOOTH || result.message().contains("kink");
            assertThat(result.converged() || named).as(result.message()).isTrue();
            assertThat(result.evaluations()).as(result.message()).isLessThan(20_000);
        }
    }
}
