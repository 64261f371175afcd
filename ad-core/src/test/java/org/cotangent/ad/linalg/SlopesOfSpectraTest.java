package org.cotangent.ad.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.OutsideDomainException;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.transform.UndifferentiableCallException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients of slopes along directions, reverse over forward mode, of what depends on eigenvalues and singular values. */
class SlopesOfSpectraTest {

    private static final MatrixExpr SQUARE = Graph.matrix("a", 4, 4);
    private static final MatrixExpr TALL = Graph.matrix("a", 5, 3);
    private static final MatrixExpr WIDE = Graph.matrix("a", 3, 5);

    private record Case(String name, MatrixExpr a, Expr f, double[] point) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static double[] random(int length, long seed) {
        return new Random(seed).doubles(length, -1, 1).toArray();
    }

    /** Twice the unit matrix, and ones to the right of it or below. */
    private static double[] coinciding(int m, int n) {
        double[] a = new double[m * n];
        for (int i = 0; i < Math.min(m, n); i++) {
            a[i * (n + 1)] = 2;
        }
        return a;
    }

    private static Expr weighted(VectorExpr values) {
        return values.get(0)
                .times(3)
                .minus(values.get(1).square())
                .plus(values.get(2).sin());
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("eigenvalues", SQUARE, weighted(LinearAlgebra.eigenvalues(SQUARE)), random(16, 1)),
                new Case("tall", TALL, weighted(LinearAlgebra.singularValues(TALL)), random(15, 2)),
                new Case("wide", WIDE, weighted(LinearAlgebra.singularValues(WIDE)), random(15, 3)));
    }

    static Stream<Case> coinciding() {
        return Stream.of(
                new Case(
                        "eigenvalues",
                        SQUARE,
                        LinearAlgebra.eigenvalues(SQUARE).exp().sum(),
                        coinciding(4, 4)),
                new Case("tall", TALL, LinearAlgebra.singularValues(TALL).pow(3).sum(), coinciding(5, 3)),
                new Case("wide", WIDE, LinearAlgebra.nuclearNorm(WIDE), coinciding(3, 5)),
                new Case("zero", WIDE, LinearAlgebra.nuclearNorm(WIDE), new double[] {
                    3, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0
                }));
    }

    /** Central differences of the slope: errors of 1e-8 at most for steps of 1e-5. */
    @ParameterizedTest
    @MethodSource("cases")
    void gradientsOfSlopesAreThoseOfDifferences(Case one) {
        TwiceDifferentiableFunction slope = Differentiation.directional(one.f(), List.of(one.a()));
        int n = one.point().length;
        double[] x = Arrays.copyOf(one.point(), 2 * n);
        System.arraycopy(random(n, 7), 0, x, n, n);
        double[] gradient = new double[2 * n];
        slope.valueAndGradient(x, gradient);
        for (int i = 0; i < 2 * n; i++) {
            double[] up = x.clone();
            double[] down = x.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            assertThat(gradient[i]).isCloseTo((slope.value(up) - slope.value(down)) / 2e-5, within(1e-7));
        }
    }

    /** What decides the weights of such values is how they part along the direction, which a decomposition does not tell. */
    @ParameterizedTest
    @MethodSource("coinciding")
    void gradientsOfSlopesAreRefusedWhereValuesCoincide(Case one) {
        TwiceDifferentiableFunction slope = Differentiation.directional(one.f(), List.of(one.a()));
        double[] x = Arrays.copyOf(one.point(), 2 * one.point().length);
        assertThatThrownBy(() -> slope.valueAndGradient(x, new double[x.length]))
                .isInstanceOf(OutsideDomainException.class)
                .hasMessageContaining("slopes along a direction have no gradient");
    }

    @Test
    void gradientsOfSlopesOfTheLogarithmicDeterminantAreKnown() {
        Expr logarithm = LinearAlgebra.eigenvalues(SQUARE).log().sum();
        double[] x = {5, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 3};
        double[] direction = new double[16];
        direction[0] = 1;
        double[] both = Arrays.copyOf(x, 32);
        System.arraycopy(direction, 0, both, 16, 16);
        double[] gradient = new double[32];
        double slope = Differentiation.directional(logarithm, List.of(SQUARE)).valueAndGradient(both, gradient);
        // d log det A along E₁₁ is the entry (1, 1) of the inverse, and its derivative by A₁₁ is -1/25.
        assertThat(slope).isCloseTo(0.2, within(1e-15));
        assertThat(gradient[0]).isCloseTo(-0.04, within(1e-15));
        assertThat(gradient[16]).isCloseTo(0.2, within(1e-15));
        assertThat(gradient[16 + 5]).isCloseTo(1, within(1e-14));
    }

    @Test
    void thirdDerivativesAreRefusedByName() {
        TwiceDifferentiableFunction slope =
                Differentiation.directional(LinearAlgebra.eigenvalues(SQUARE).get(0), List.of(SQUARE));
        double[] spread = random(32, 5);
        assertThatThrownBy(() -> slope.hessianVectorProduct(spread, spread.clone(), new double[32]))
                .isInstanceOf(UndifferentiableCallException.class)
                .hasMessageContaining("secondDerivativesOfEigenvalues");
    }
}
