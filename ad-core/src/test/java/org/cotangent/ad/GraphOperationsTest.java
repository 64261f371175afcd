package org.cotangent.ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cotangent.ad.eval.ComplexMachine;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.ir.Lowering;
import org.cotangent.ad.ir.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations on vectors and matrices against plain Java, complex steps and differences. */
class GraphOperationsTest {

    private static final double STEP = 1e-30;

    static Stream<GraphCase> cases() {
        return Stream.concat(MatrixCases.all().stream(), MatrixCases.loops().stream());
    }

    private static double[] weights(int n) {
        double[] w = new double[n];
        Arrays.setAll(w, i -> Math.cos(3 * i + 1));
        return w;
    }

    private static void requireClose(double[] found, double[] expected, double tolerance, Object what) {
        double scale = Arrays.stream(expected).map(Math::abs).max().orElse(0) + 0.1;
        assertThat(found).hasSize(expected.length);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i])
                    .as("%s, element %d of %s", what, i, Arrays.toString(found))
                    .isCloseTo(expected[i], within(tolerance * scale));
        }
    }

    /** All that can be asked of one function object, so that it is derived once. */
    @ParameterizedTest
    @MethodSource("cases")
    void valuesAndDerivativesAreRight(GraphCase c) {
        TwiceDifferentiableVectorFunction f = Differentiation.of(c.values(), c.variables(), c.data());
        valueIsThatOfPlainJava(c, f);
        jacobianIsThatOfComplexSteps(c, f);
        forwardAndReverseProductsAreThoseOfDifferences(c, f);
        secondDerivativeIsThatOfDifferencesOfTheFirst(c, f);
    }

    /** A few hundred roundings. */
    private static void valueIsThatOfPlainJava(GraphCase c, TwiceDifferentiableVectorFunction f) {
        double[] expected = c.plain().apply(c.point());
        double[] values = new double[expected.length];
        f.value(c.point(), values);
        requireClose(values, expected, 1e-13, "value");
    }

    private static void jacobianIsThatOfComplexSteps(GraphCase c, TwiceDifferentiableVectorFunction f) {
        int m = f.outputDimension();
        int n = f.inputDimension();
        double[] jacobian = new double[m * n];
        f.jacobian(c.point(), new double[m], jacobian);
        Stepper stepper = new Stepper(c, m);
        for (int j = 0; j < n; j++) {
            double[] slope = stepper.slope(c.point(), j);
            for (int i = 0; i < m; i++) {
                double scale = Math.abs(slope[i]) + 1;
                assertThat(jacobian[i * n + j])
                        .as("by variable %d of value %d", j, i)
                        .isCloseTo(slope[i], within(1e-13 * scale));
            }
        }
    }

    /** Central differences of plain Java with step 1e-5: truncation and rounding about 1e-10. */
    private static void forwardAndReverseProductsAreThoseOfDifferences(
            GraphCase c, TwiceDifferentiableVectorFunction f) {
        double[] x = c.point();
        double[] v = weights(x.length);
        double[] expected = differences(c.plain()::apply, x, v);
        double[] y = new double[f.outputDimension()];
        double[] jv = new double[y.length];
        f.jvp(x, v, y, jv);
        requireClose(jv, expected, 1e-8, "jvp");
        double[] w = weights(y.length);
        double[] wj = new double[x.length];
        f.vjp(x, w, y, wj);
        assertThat(dot(wj, v)).isCloseTo(dot(w, jv), within(1e-12 * (1 + norm(wj) * norm(v))));
        requireClose(y, c.plain().apply(x), 1e-13, "values of the reverse product");
    }

    private static void secondDerivativeIsThatOfDifferencesOfTheFirst(
            GraphCase c, TwiceDifferentiableVectorFunction f) {
        double[] x = c.point();
        double[] v = weights(x.length);
        double[] w = weights(f.outputDimension());
        double[] product = new double[x.length];
        f.weightedHessianVectorProduct(x, w, v, product);
        double[] expected = differences(
                at -> {
                    double[] slope = new double[at.length];
                    f.vjp(at, w, new double[w.length], slope);
                    return slope;
                },
                x,
                v);
        requireClose(product, expected, 1e-7, "Hessian-vector product");
    }

    private static double[] differences(UnaryOperator<double[]> f, double[] x, double[] v) {
        double h = 1e-5;
        double[] plus = x.clone();
        double[] minus = x.clone();
        for (int i = 0; i < x.length; i++) {
            plus[i] += h * v[i];
            minus[i] -= h * v[i];
        }
        double[] up = f.apply(plus);
        double[] down = f.apply(minus);
        double[] slope = new double[up.length];
        Arrays.setAll(slope, i -> (up[i] - down[i]) / (2 * h));
        return slope;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** Complex steps of the lowered program. */
    private static final class Stepper {
        private final Inputs inputs;
        private final ComplexMachine machine;
        private final List<Variable> parameters;
        private final double[] out;
        private final double[] slope;

        Stepper(GraphCase c, int outputs) {
            this.inputs = Inputs.of(c.variables(), c.data());
            Program program = Lowering.of("f", inputs.parameters(), c.values());
            this.machine = Interpreter.of(program).complexMachine();
            this.parameters = program.entry().parameters();
            this.out = new double[outputs];
            this.slope = new double[outputs];
        }

        double[] slope(double[] x, int variable) {
            for (Inputs.Place place : inputs.places()) {
                double[] im = new double[place.length()];
                int at = variable - place.offset();
                if (at >= 0 && at < im.length) {
                    im[at] = STEP;
                }
                double[] re = Arrays.copyOfRange(x, place.offset(), place.offset() + place.length());
                machine.setArray(parameters.indexOf(place.variable()), re, im);
            }
            for (Map.Entry<Variable, Object> datum : inputs.data().entrySet()) {
                machine.setArray(parameters.indexOf(datum.getKey()), datum.getValue());
            }
            machine.setArray(parameters.size() - 1, out, slope);
            machine.run();
            return Arrays.stream(slope).map(s -> s / STEP).toArray();
        }
    }
}
