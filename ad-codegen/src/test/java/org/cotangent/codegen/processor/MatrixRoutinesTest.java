package org.cotangent.codegen.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.junit.jupiter.api.Test;

/** Annotated methods that call routines of linear algebra, whose source is in another module. */
class MatrixRoutinesTest {

    private static final String PRODUCTS = """
            package user;

            import org.cotangent.ad.annotation.Differentiable;
            import org.cotangent.ad.linalg.Matrices;

            final class Model {
                /** Two layers: |tanh(X W) V|². */
                @Differentiable(wrt = {"w", "v"})
                static double network(double[] x, int rows, int inputs, int hidden, double[] w, double[] v) {
                    double[] scores = new double[rows * hidden];
                    Matrices.multiply(x, w, rows, inputs, hidden, scores);
                    for (int i = 0; i < scores.length; i++) {
                        scores[i] = Math.tanh(scores[i]);
                    }
                    double[] values = new double[rows];
                    Matrices.multiplyVector(scores, v, rows, hidden, values);
                    return Matrices.frobeniusNorm(values) + Matrices.trace(values, 1);
                }

                @Differentiable
                static void gram(double[] a, double[] c) {
                    Matrices.multiplyLeftTransposed(a, a, 2, 3, 2, c);
                }
            }
            """;

    @Test
    void productsAreDifferentiated() {
        Processed processed = Processed.of(Map.of("user.Model", PRODUCTS));
        assertThat(processed.messages()).isEmpty();
        double[] x = {0.3, -0.8, 1.1, 0.5, 0.2, -0.4};
        var f = (TwiceDifferentiableFunction) processed.call("user.ModelDerivatives", "network", x, 3, 2, 3, 6, 3);
        DerivativeCheck.of(f).at(0.3, -0.2, 0.5, 0.7, 0.1, -0.6, 0.9, -0.5, 0.4).orThrow();
    }

    @Test
    void oneArrayMayBeBothFactors() {
        Processed processed = Processed.of(Map.of("user.Model", PRODUCTS));
        var f = (TwiceDifferentiableVectorFunction) processed.call("user.ModelDerivatives", "gram", 6, 4);
        DerivativeCheck.of(f).at(0.3, -0.2, 0.5, 0.7, 0.1, -0.6).orThrow();
    }
}
