package org.cotangent.ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.runtime.Special;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Special functions as users write and differentiate them. */
class SpecialFunctionsTest {

    private static final Variable A = Graph.scalar("a");
    private static final Variable X = Graph.scalar("x");

    @Test
    void methodsOfAnExpressionAreTheFunctionsOfTheirNames() {
        assertThat(X.regularizedGammaP(A)).hasToString("Special.regularizedGammaP(a, x)");
        assertThat(X.regularizedGammaQ(2)).hasToString("Special.regularizedGammaQ(2.0, x)");
        assertThat(X.gammaDensity(A)).hasToString("Special.gammaDensity(a, x)");
        assertThat(X.regularizedBeta(A, A)).hasToString("Special.regularizedBeta(x, a, a)");
        assertThat(X.betaDensity(2, 3)).hasToString("Special.betaDensity(x, 2.0, 3.0)");
        assertThat(A.beta(X)).hasToString("Special.beta(a, x)");
        assertThat(X.polygamma(3)).hasToString("Special.polygamma(x, 3)");
        assertThat(X.besselJ(2)).hasToString("Special.besselJ(x, 2)");
        assertThat(X.log1pexp()).isSameAs(X.softplus());
    }

    @Test
    void constantsAreFolded() {
        assertThat(Graph.constant(0.3).erf()).isEqualTo(Graph.constant(Special.erf(0.3)));
        assertThat(Graph.constant(0.3).besselJ(2)).isEqualTo(Graph.constant(Special.besselJ(0.3, 2)));
    }

    @Test
    void vectorsAndMatricesAreMappedElementByElement() {
        VectorExpr v = Graph.vector("v", 4);
        Expr f = v.regularizedGammaP(A)
                .sum()
                .plus(v.besselJ(2).sum())
                .plus(v.reshape(2, 2).erf().sum());
        double[] point = {0.5, 1, 2, 3};
        double expected = 0;
        for (double element : point) {
            expected += Special.regularizedGammaP(2.5, element) + Special.besselJ(element, 2) + Special.erf(element);
        }
        assertThat(Differentiation.of(f, v, Data.of(A, 2.5)).value(point)).isCloseTo(expected, within(1e-14));
    }

    /** log Σ over an observed part and one only known to lie beyond: a fit with censored data. */
    @Test
    void derivativesOfAProductOfDistributionsAgreeWithDifferences() {
        Variable m = Graph.scalar("m");
        Variable s = Graph.scalar("s");
        Expr z = Graph.constant(1.3).minus(m).dividedBy(s);
        Expr f = z.negate().logNormalCdf().plus(z.normalDensity().log()).minus(s.log());
        TwiceDifferentiableFunction likelihood = Differentiation.of(f, List.of(m, s));
        double[] at = {0.4, 1.7};
        double[] gradient = new double[2];
        likelihood.valueAndGradient(at, gradient);
        double[] product = new double[2];
        likelihood.hessianVectorProduct(at, new double[] {1, 0}, product);
        double h = 1e-5;
        double[] right = new double[2];
        double[] left = new double[2];
        double up = likelihood.valueAndGradient(new double[] {at[0] + h, at[1]}, right);
        double down = likelihood.valueAndGradient(new double[] {at[0] - h, at[1]}, left);
        // Truncation h² times a third derivative near 1, rounding 1e-16 / h.
        assertThat(gradient[0]).isCloseTo((up - down) / (2 * h), within(1e-9));
        assertThat(product[0]).isCloseTo((right[0] - left[0]) / (2 * h), within(1e-9));
        assertThat(product[1]).isCloseTo((right[1] - left[1]) / (2 * h), within(1e-9));
    }

    static Stream<Expr> refused() {
        return Stream.of(
                X.regularizedGammaP(A),
                X.regularizedGammaQ(A.exp()),
                X.regularizedBeta(A, Graph.constant(2)),
                X.regularizedBeta(Graph.constant(2), A),
                A.times(X).regularizedGammaP(A));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void derivativeByAParameterOfADistributionIsRefusedWithARemedy(Expr f) {
        double[] gradient = new double[2];
        assertThatThrownBy(() -> Differentiation.of(f, List.of(A, X)).valueAndGradient(new double[] {1, 0.5}, gradient))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("is not differentiated by its operand ")
                .hasMessageContaining("keep that operand constant, or data");
    }

    @Test
    void parameterOfADistributionMayBeDataOrUsedElsewhere() {
        Expr f = X.regularizedGammaP(A).plus(X.regularizedGammaP(3));
        double[] gradient = new double[1];
        Differentiation.of(f, List.of(X), Data.of(A, 2)).valueAndGradient(new double[] {1.5}, gradient);
        assertThat(gradient[0]).isCloseTo(Special.gammaDensity(2, 1.5) + Special.gammaDensity(3, 1.5), within(1e-15));
    }
}
