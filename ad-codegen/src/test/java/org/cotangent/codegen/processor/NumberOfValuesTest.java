package org.cotangent.codegen.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.junit.jupiter.api.Test;

/** How many values a method returns is not asked for where the method tells. */
class NumberOfValuesTest {

    private static Processed processed(String body) {
        return Processed.of("user.Model", """
                package user;

                import org.cotangent.ad.annotation.Differentiable;

                final class Model {
                    @Differentiable
                """ + body + "\n}\n");
    }

    private static void told(String body, int values, double... x) {
        var f = (TwiceDifferentiableVectorFunction) processed(body).call("user.ModelDerivatives", "f", x.length);
        assertThat(f.outputDimension()).isEqualTo(values);
        DerivativeCheck.of(f).at(x).orThrow();
    }

    private static void askedFor(String body, int values, double... x) {
        var f = (TwiceDifferentiableVectorFunction)
                processed(body).call("user.ModelDerivatives", "f", x.length, values);
        DerivativeCheck.of(f).at(x).orThrow();
    }

    @Test
    void elementsAreCounted() {
        told("static double[] f(double[] x) { return new double[] {x[0] * x[1], x[0] - x[1], 1}; }", 3, 0.5, 0.7);
        told(
                "static double[] f(double[] x) { double[] y = {x[0] * x[0], x[1]}; y[1] *= x[0]; return y; }",
                2,
                0.5,
                0.7);
    }

    @Test
    void everyReturnHasToTellTheSameNumberOfElements() {
        told("""
                static double[] f(double[] x) {
                    if (x[0] > 1) {
                        return new double[] {x[0], x[1]};
                    }
                    return new double[] {x[1], x[0] * x[1]};
                }""", 2, 0.5, 0.7);
        askedFor("""
                static double[] f(double[] x) {
                    if (x[0] > 1) {
                        return new double[] {x[0]};
                    }
                    return new double[] {x[1], x[0] * x[1]};
                }""", 2, 0.5, 0.7);
    }

    @Test
    void localsThatAreNeverAssignedTellLengths() {
        told("""
                static double[] f(double[] x) {
                    int n = x.length;
                    int pairs = n - 1;
                    double[] y = new double[2 * pairs];
                    for (int i = 0; i < pairs; i++) {
                        y[2 * i] = x[i] * x[i + 1];
                        y[2 * i + 1] = x[i] - x[i + 1];
                    }
                    return y;
                }""", 4, 0.5, 0.7, 0.9);
    }

    @Test
    void localsThatAreAssignedTellNothing() {
        askedFor("""
                static double[] f(double[] x) {
                    int n = x.length;
                    n--;
                    double[] y = new double[n];
                    y[0] = x[0] * x[1];
                    return y;
                }""", 1, 0.5, 0.7);
    }

    @Test
    void parametersThatAreAssignedTellNothing() {
        askedFor("""
                static double[] f(double[] x) {
                    double[] z = x;
                    x = new double[] {z[0], z[1], 1};
                    int n = x.length;
                    double[] y = new double[n];
                    y[2] = x[0] * x[1];
                    return y;
                }""", 3, 0.5, 0.7);
    }

    @Test
    void anotherArrayThatIsReturnedIsNotCounted() {
        askedFor("""
                static double[] f(double[] x) {
                    double[] y = {x[0]};
                    y = new double[] {x[0], x[1] * x[0]};
                    return y;
                }""", 2, 0.5, 0.7);
    }

    @Test
    void resultsOfTheWrongLengthAreRefused() {
        var f = (TwiceDifferentiableVectorFunction)
                processed("static double[] f(double[] x) { return new double[] {x[0], x[0]}; }")
                        .call("user.ModelDerivatives", "f", 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> f.value(new double[1], new double[3]))
                .withMessageContaining("expected 2");
    }
}
