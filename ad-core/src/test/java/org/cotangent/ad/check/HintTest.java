package org.cotangent.ad.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.ad.function.Functions;
import org.cotangent.ad.function.VectorFunction;
import org.junit.jupiter.api.Test;

/** What a report says to look at when a mistake of a known kind is made. */
class HintTest {

    private static final double[] POINT = {0.5, 1.25, -0.75};

    /** x₀ x₁ x₂ + e^x₀ + x₁² + sin x₂. */
    private static final ToDoubleFunction<double[]> VALUE =
            x -> x[0] * x[1] * x[2] + Math.exp(x[0]) + x[1] * x[1] + Math.sin(x[2]);

    private static double[] gradient(double[] x) {
        return new double[] {x[1] * x[2] + Math.exp(x[0]), x[0] * x[2] + 2 * x[1], x[0] * x[1] + Math.cos(x[2])};
    }

    private static String hint(Consumer<double[]> mistake) {
        DifferentiableFunction f = Functions.of(3, VALUE, (x, g) -> {
            System.arraycopy(gradient(x), 0, g, 0, 3);
            mistake.accept(g);
        });
        return DerivativeCheck.of(f).at(POINT).report().hint().orElseThrow();
    }

    @Test
    void signs() {
        assertThat(hint(g -> g[2] = -g[2])).contains("sign", "df/dx[2]");
        assertThat(hint(g -> Arrays.setAll(g, i -> -g[i]))).contains("sign", "df/dx[0], df/dx[1] and 1 more");
    }

    @Test
    void factors() {
        assertThat(hint(g -> g[1] *= 2)).isEqualTo("a factor: df/dx[1] is 2 times what is right");
        assertThat(hint(g -> Arrays.setAll(g, i -> g[i] / 3))).contains("are 1/3 of what is right");
        assertThat(hint(g -> g[1] *= -2)).contains("-2 times");
    }

    @Test
    void exchangedIndices() {
        assertThat(hint(g -> {
                    double kept = g[0];
                    g[0] = g[2];
                    g[2] = kept;
                }))
                .contains("df/dx[0] and df/dx[2] are exchanged");
        assertThat(hint(g -> {
                    double kept = g[0];
                    g[0] = g[1];
                    g[1] = g[2];
                    g[2] = kept;
                }))
                .contains("indices");
        assertThat(hint(g -> g[0] = g[2])).contains("df/dx[0] has the value of df/dx[2]");
    }

    @Test
    void zeros() {
        assertThat(hint(g -> g[1] = 0)).contains("df/dx[1] is 0 although the function does change");
    }

    @Test
    void constants() {
        assertThat(hint(g -> Arrays.setAll(g, i -> g[i] + 1))).contains("all off by 1");
        assertThat(hint(g -> g[0] *= 1 + 1e-4)).contains("too few digits").contains("1.0001");
        assertThat(hint(g -> Arrays.setAll(g, i -> g[i] * (1 + 1e-4 * (i + 1)))))
                .contains("too few digits")
                .contains("nearly right");
    }

    @Test
    void terms() {
        assertThat(hint(g -> g[0] -= Math.exp(POINT[0]))).contains("terms of df/dx[0]", "missing or counted twice");
    }

    @Test
    void signsOfTerms() {
        DifferentiableFunction springs = Functions.of(2, x -> x[0] * x[0] + Math.pow(x[1] - x[0], 4), (x, g) -> {
            g[0] = 2 * x[0] + 4 * Math.pow(x[1] - x[0], 3);
            g[1] = 4 * Math.pow(x[1] - x[0], 3);
        });
        assertThat(DerivativeCheck.of(springs).at(0.25, 1.5).report().hint().orElseThrow())
                .contains("df/dx[0] would be right if a term as large as df/dx[1] in it had the other sign");
    }

    @Test
    void whereTheFunctionDoesNotChange() {
        DifferentiableFunction f = Functions.of(2, x -> x[0] * x[0], (x, g) -> {
            g[0] = 2 * x[0];
            g[1] = 3;
        });
        assertThat(DerivativeCheck.of(f).at(1, 2).report().hint().orElseThrow()).contains("df/dx[1] should be 0");
    }

    @Test
    void transposedJacobians() {
        VectorFunction f = Functions.of(
                2,
                2,
                (x, y) -> {
                    y[0] = x[0] * x[1];
                    y[1] = x[0] + 3 * x[1];
                },
                (x, jacobian) -> {
                    jacobian[0] = x[1];
                    jacobian[1] = 1;
                    jacobian[2] = x[0];
                    jacobian[3] = 3;
                });
        assertThat(DerivativeCheck.of(f).at(2, 5).report().hint().orElseThrow()).contains("transpose");
    }
}
