package org.cotangent.ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.junit.jupiter.api.Test;

/** Slopes along directions: derivatives up to the third order. */
class DirectionalTest {

    private static final int N = 4;
    private static final double ROUNDING = 1e-12;

    private final Random random = new Random(20261123);

    private double[] vector(int n) {
        return random.doubles(n, -1, 1).toArray();
    }

    private static double[] joined(double[] first, double[] second) {
        double[] all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    @Test
    void gradientIsTheProductAndTheGradient() {
        VectorExpr x = Graph.vector("x", N);
        VectorExpr t = Graph.vector("t");
        Expr f = x.sin().times(t).exp().sum().plus(x.product());
        Data data = Data.of(t, 1, -0.5, 2, 0.25);
        TwiceDifferentiableFunction plain = Differentiation.of(f, x, data);
        TwiceDifferentiableFunction slope = Differentiation.directional(f, x, data);
        double[] point = vector(N);
        double[] v = vector(N);
        double[] gradient = new double[N];
        double[] product = new double[N];
        plain.valueAndGradient(point, gradient);
        plain.hessianVectorProduct(point, v, product);
        double along = 0;
        for (int i = 0; i < N; i++) {
            along += gradient[i] * v[i];
        }
        double[] found = new double[2 * N];
        assertThat(slope.dimension()).isEqualTo(2 * N);
        assertThat(slope.valueAndGradient(joined(point, v), found)).isCloseTo(along, within(ROUNDING));
        assertThat(slope.value(joined(point, v))).isCloseTo(along, within(ROUNDING));
        assertThat(found).containsExactly(joined(product, gradient), within(ROUNDING));
    }

    /** f = Σ xᵢ⁴ + x₀x₁x₂, whose third derivative is known. */
    @Test
    void productIsTheThirdDerivative() {
        VectorExpr x = Graph.vector("x", N);
        Expr f = x.pow(4).sum().plus(x.get(0).times(x.get(1)).times(x.get(2)));
        double[] p = vector(N);
        double[] v = vector(N);
        double[] w = vector(N);
        double[] expected = new double[N];
        for (int i = 0; i < N; i++) {
            expected[i] = 24 * p[i] * v[i] * w[i];
        }
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            int k = (i + 2) % 3;
            expected[i] += v[j] * w[k] + v[k] * w[j];
        }
        double[] found = new double[2 * N];
        Differentiation.directional(f, x).hessianVectorProduct(joined(p, v), joined(w, new double[N]), found);
        assertThat(java.util.Arrays.copyOf(found, N)).containsExactly(expected, within(ROUNDING));
    }

    @Test
    void severalVariablesHaveTheirDirectionsInOrder() {
        Variable a = Graph.scalar("a");
        VectorExpr b = Graph.vector("b", 2);
        Variable unused = Graph.scalar("unused");
        Expr f = a.times(a).times(b.get(0)).plus(b.get(1).exp());
        TwiceDifferentiableFunction slope = Differentiation.directional(f, List.of(a, b, unused));
        double[] point = {3, 5, 0, 9, 0.5, 0.25, 2, 7};
        assertThat(slope.value(point)).isEqualTo(2 * 3 * 5 * 0.5 + 9 * 0.25 + 2);
    }
}
