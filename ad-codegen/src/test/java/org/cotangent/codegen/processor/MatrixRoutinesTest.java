package org.cotangent.codegen.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.cotangent.ad.linalg.LinearAlgebra;
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

    private static final String SYSTEMS = """
            package user;

            import org.cotangent.ad.annotation.Differentiable;
            import org.cotangent.ad.linalg.CholeskyFactorisation;
            import org.cotangent.ad.linalg.LuFactorisation;
            import org.cotangent.ad.linalg.Matrices;

            final class Model {
                @Differentiable
                static double compliance(double[] a) {
                    double[] x = new double[3];
                    Matrices.solve(a, new double[] {1, 2, 3}, 3, 1, x);
                    return x[0] * x[1] + x[2];
                }

                /** Two solutions by one factorisation. */
                @Differentiable
                static double reused(double[] a) {
                    double[] lu = new double[12];
                    double[] x = new double[3];
                    double[] y = new double[3];
                    LuFactorisation.factor(a, 3, lu);
                    LuFactorisation.solve(false, a, lu, new double[] {1, 2, 3}, 3, 1, x);
                    LuFactorisation.solve(true, a, lu, x, 3, 1, y);
                    return y[0] * x[2] + LuFactorisation.logDeterminant(a, lu, 3);
                }

                /** The likelihood of a Gaussian process, by its Cholesky factor. */
                @Differentiable
                static double likelihood(double[] a) {
                    double[] l = new double[9];
                    double[] z = new double[3];
                    double[] x = new double[3];
                    Matrices.cholesky(a, 3, l);
                    Matrices.solveLower(l, new double[] {1, -2, 3}, 3, 1, z);
                    Matrices.solvePositive(a, z, 3, 1, x);
                    double sum = Matrices.logDeterminantPositive(a, 3) + x[0];
                    for (int i = 0; i < 3; i++) {
                        sum += z[i] * z[i] / 2 + Math.log(l[i * 4]);
                    }
                    return sum;
                }
            }
            """;

    @Test
    void solutionsAndFactorsAreDifferentiated() {
        Processed processed = Processed.of(Map.of("user.Model", SYSTEMS));
        assertThat(processed.messages()).isEmpty();
        double[] point = {3, 0.4, -0.3, 0.1, 2, 0.7, 0.2, -0.5, 2.5};
        for (String name : new String[] {"compliance", "reused", "likelihood"}) {
            var f = (TwiceDifferentiableFunction) processed.call("user.ModelDerivatives", name, 9);
            assertThat(f.value(point)).isEqualTo(processed.call("user.Model", name, point));
            DerivativeCheck.of(f).at(point).orThrow();
        }
    }

    @Test
    void factorisationsAreKeptForTheReverseSweep() {
        Processed processed = Processed.of(Map.of("user.Model", SYSTEMS));
        String source = processed.generated().get("user.ModelDerivatives");
        for (String method : new String[] {"complianceGradient", "reusedGradient"}) {
            String from = source.substring(source.indexOf("double " + method + "("));
            String body = from.substring(0, from.indexOf("\n    }\n"));
            assertThat(body.lines().filter(line -> line.strip().startsWith("LuFactorisation.factor(")))
                    .hasSize(1);
        }
    }

    /** A method that is no more than a product is written as that. */
    @Test
    void productsAreCalledThemselves() {
        Processed processed = Processed.of(Map.of("user.Model", PRODUCTS));
        String source = processed.generated().get("user.ModelDerivatives");
        assertThat(source)
                .contains("MatrixProducts.product(1, false, x, false, w, ")
                .doesNotContain("multiplyForward");
    }

    @Test
    void whatNewArraysHeldIsNotKept() {
        Processed processed = Processed.of(Map.of("user.Model", SYSTEMS));
        String source = processed.generated().get("user.ModelDerivatives");
        assertThat(source).contains("LuFactorisation.factor(").doesNotContain("luBefore", "factorBefore", "lBefore");
    }

    private static final String FILTER = """
            package user;

            import org.cotangent.ad.annotation.Differentiable;
            import org.cotangent.ad.linalg.Matrices;

            final class Model {
                /** Arrays that are new in each turn, and one that is used again. */
                @Differentiable
                static double filter(double[] a) {
                    double[] state = {1, -0.5, 0.3};
                    double[] again = new double[3];
                    double sum = 0;
                    for (int t = 0; t < 4; t++) {
                        double[] moved = new double[3];
                        Matrices.solve(a, state, 3, 1, moved);
                        Matrices.multiplyVector(a, moved, 3, 3, again);
                        double[] image = new double[3];
                        Matrices.multiplyVectorTransposed(a, again, 3, 3, image);
                        for (int i = 0; i < 3; i++) {
                            state[i] = Math.sin(moved[i] + again[i] * image[i]);
                            sum += state[i] * again[i];
                        }
                        image[0] = image[1] * image[2];
                        Matrices.multiplyVector(a, image, 3, 3, again);
                        sum += again[0] * again[1];
                    }
                    return sum;
                }
            }
            """;

    @Test
    void arraysAreNewInEachTurnOrUsedAgain() {
        Processed processed = Processed.of(Map.of("user.Model", FILTER));
        assertThat(processed.messages()).isEmpty();
        var f = (TwiceDifferentiableFunction) processed.call("user.ModelDerivatives", "filter", 9);
        double[] point = {3, 0.4, -0.3, 0.1, 2, 0.7, 0.2, -0.5, 2.5};
        assertThat(f.value(point)).isEqualTo(processed.call("user.Model", "filter", point));
        DerivativeCheck.of(f).at(point).orThrow();
    }

    private static final String DECOMPOSITIONS = """
            package user;

            import org.cotangent.ad.annotation.Differentiable;
            import org.cotangent.ad.linalg.Matrices;

            final class Model {
                @Differentiable
                static double fit(double[] a) {
                    double[] x = new double[2];
                    Matrices.leastSquares(a, new double[] {1, 2, -1}, 3, 2, 1, x);
                    return x[0] * x[0] * x[1];
                }

                @Differentiable
                static double spectrum(double[] a) {
                    double[] w = new double[3];
                    double[] v = new double[9];
                    double[] s = new double[3];
                    Matrices.eigenvalues(a, 3, w);
                    Matrices.eigenvectors(a, 3, v);
                    Matrices.singularValues(a, 3, 3, s);
                    return w[0] * w[1] + Math.exp(w[2]) + v[0] * v[4] + Math.log(s[2]) * s[0];
                }
            }
            """;

    @Test
    void decompositionsAreDifferentiated() {
        Processed processed = Processed.of(Map.of("user.Model", DECOMPOSITIONS));
        assertThat(processed.messages()).isEmpty();
        double[] tall = {3, 0.4, -0.3, 0.1, 2, 0.7};
        var fit = (TwiceDifferentiableFunction) processed.call("user.ModelDerivatives", "fit", 6);
        assertThat(fit.value(tall)).isEqualTo(processed.call("user.Model", "fit", tall));
        DerivativeCheck.of(fit).at(tall).orThrow();
        double[] square = {3, 0.4, -0.3, 0.1, 2, 0.7, 0.2, -0.5, 1.5};
        var spectrum = (TwiceDifferentiableFunction) processed.call("user.ModelDerivatives", "spectrum", 9);
        assertThat(spectrum.value(square)).isEqualTo(processed.call("user.Model", "spectrum", square));
        DerivativeCheck.of(spectrum).at(square).orThrow();
    }

    @Test
    void compiledGraphsGiveTheBitsOfInterpretedOnes() {
        MatrixExpr a = Graph.matrix("a", 3, 3);
        VectorExpr b = Graph.vector("b", 3);
        Expr f = LinearAlgebra.solve(a, b)
                .plus(LinearAlgebra.eigenvalues(LinearAlgebra.cholesky(a)))
                .square()
                .sum()
                .plus(LinearAlgebra.logDeterminant(LinearAlgebra.multiply(a, a)));
        double[] point = {3, 0.4, -0.3, 0.1, 2, 0.7, 0.2, -0.5, 2.5, 1, -2, 0.5};
        double[] direction = {1, 0, -1, 2, 0.5, 0.3, -0.7, 1, 0.2, 0.1, 0.4, -1};
        TwiceDifferentiableFunction interpreted = Differentiation.of(f, List.of(a, b));
        TwiceDifferentiableFunction compiled = Differentiation.compile(f, List.of(a, b));
        double[] expected = new double[12];
        double[] found = new double[12];
        assertThat(compiled.valueAndGradient(point, found)).isEqualTo(interpreted.valueAndGradient(point, expected));
        assertThat(found).isEqualTo(expected);
        interpreted.hessianVectorProduct(point, direction, expected);
        compiled.hessianVectorProduct(point, direction, found);
        assertThat(found).isEqualTo(expected);
        DerivativeCheck.of(interpreted).at(point).orThrow();
    }
}
