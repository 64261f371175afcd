package org.cotangent.ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products with several directions at one point: those of one direction each, to the bit. */
class SeveralDirectionsTest {

    private final Random random = new Random(20261123);

    private double[] vector(int n) {
        return random.doubles(n, -1.5, 1.5).toArray();
    }

    /** Quotients, strong products, conditions, overwritten values and a reduction of each kind. */
    private static VectorExpr values(VectorExpr x, int n) {
        VectorExpr left = x.slice(0, n - 1);
        VectorExpr right = x.slice(1, n);
        VectorExpr quotients = left.sin().dividedBy(right.square().plus(1.0));
        Expr first = x.get(0);
        Expr chosen = first.greaterThan(0)
                .select(first.sqrt().times(first), first.exp().negate());
        return Graph.concatenate(
                quotients,
                chosen,
                x.product(),
                x.max().minus(x.dot(x)),
                left.hypot(right).sum());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 17, 19})
    void jacobianHasTheColumnsOfSingleTangents(int n) {
        VectorExpr x = Graph.vector("x", n);
        TwiceDifferentiableVectorFunction f = Differentiation.of(values(x, n), x);
        int m = f.outputDimension();
        double[] point = vector(n);
        double[] expected = new double[m * n];
        double[] y = new double[m];
        double[] column = new double[m];
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            f.jvp(point, unit, y, column);
            for (int i = 0; i < m; i++) {
                expected[i * n + j] = column[i];
            }
        }
        double[] dense = new double[m * n];
        f.jacobianAt(point).dense(dense);
        assertThat(dense).containsExactly(expected);
        double[] jacobian = new double[m * n];
        double[] values = new double[m];
        f.jacobian(point, values, jacobian);
        assertThat(values).containsExactly(y);
        assertThat(jacobian).containsExactly(expected, within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 9, 18})
    void hessianIsSymmetricAndHasTheColumnsOfProducts(int n) {
        VectorExpr x = Graph.vector("x", n);
        TwiceDifferentiableFunction f = Differentiation.of(values(x, n).square().sum(), x);
        double[] point = vector(n);
        double[] hessian = new double[n * n];
        f.hessian(point, hessian);
        double[] operated = new double[n * n];
        f.hessianAt(point).dense(operated);
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            double[] column = new double[n];
            unit[j] = 1;
            f.hessianVectorProduct(point, unit, column);
            double scale = Arrays.stream(column).map(Math::abs).max().orElse(0);
            for (int i = 0; i < n; i++) {
                assertThat(operated[i * n + j]).isEqualTo(column[i]);
                assertThat(hessian[i * n + j]).isEqualTo(hessian[j * n + i]);
                // Rounding tells the two halves apart, by a few units of the largest entry.
                assertThat(hessian[i * n + j]).isCloseTo(column[i], within(1e-13 * (1 + scale)));
            }
        }
    }

    @Test
    void directionsMayBeAnything() {
        int n = 6;
        VectorExpr x = Graph.vector("x", n);
        TwiceDifferentiableVectorFunction f = Differentiation.of(values(x, n), x);
        double[] point = vector(n);
        double[][] v = {vector(n), new double[n], vector(n), vector(n), vector(n)};
        double[][] products = new double[v.length][f.outputDimension()];
        f.jacobianAt(point).applyAll(v, products);
        for (int i = 0; i < v.length; i++) {
            double[] expected = new double[f.outputDimension()];
            f.jvp(point, v[i], new double[f.outputDimension()], expected);
            assertThat(products[i]).containsExactly(expected);
        }
    }

    @Test
    void operatorsKeepTheirPointAndRefuseWhatDoesNotFit() {
        VectorExpr x = Graph.vector("x", 3);
        TwiceDifferentiableVectorFunction f = Differentiation.of(x.square(), x);
        double[] point = {1, 2, 3};
        LinearOperator jacobian = f.jacobianAt(point);
        point[0] = 100;
        double[] product = new double[3];
        jacobian.apply(new double[] {1, 1, 1}, product);
        assertThat(product).containsExactly(2, 4, 6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> jacobian.applyAll(new double[2][3], new double[3][3]))
                .withMessageStartingWith("2 vectors and 3 products are given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> jacobian.apply(product, product))
                .withMessageStartingWith("product is the same array as direction");
    }

    @Test
    void gaussNewtonProductsAreThoseOfTheMatrix() {
        int n = 5;
        VectorExpr x = Graph.vector("x", n);
        TwiceDifferentiableVectorFunction f = Differentiation.of(values(x, n), x);
        int m = f.outputDimension();
        double[] point = vector(n);
        double[] v = vector(n);
        double[] w = random.doubles(m, 0.5, 2).toArray();
        double[] jacobian = new double[m * n];
        f.jacobian(point, new double[m], jacobian);
        double[] plain = new double[n];
        double[] weighted = new double[n];
        for (int i = 0; i < m; i++) {
            double along = 0;
            for (int j = 0; j < n; j++) {
                along += jacobian[i * n + j] * v[j];
            }
            for (int j = 0; j < n; j++) {
                plain[j] += jacobian[i * n + j] * along;
                weighted[j] += jacobian[i * n + j] * w[i] * along;
            }
        }
        double[] found = new double[n];
        f.gaussNewtonProduct(point, v, found);
        assertThat(found).containsExactly(plain, within(1e-12));
        f.gaussNewtonAt(point).apply(v, found);
        assertThat(found).containsExactly(plain, within(1e-12));
        f.gaussNewtonProduct(point, w, v, found);
        assertThat(found).containsExactly(weighted, within(1e-12));
        double[] back = new double[n];
        f.transposedJacobianAt(point).apply(w, back);
        f.vjp(point, w, new double[m], found);
        assertThat(back).containsExactly(found);
    }

    private static String told(VectorExpr values, VectorExpr x) {
        TwiceDifferentiableVectorFunction f = Differentiation.of(values, x);
        assertThat(f.toString()).endsWith("values; Jacobian not asked for yet");
        int n = f.inputDimension();
        int m = f.outputDimension();
        f.jacobian(new double[n], new double[m], new double[n * m]);
        return f.toString();
    }

    @Test
    void theCheaperWayToAJacobianIsTakenAndTold() {
        VectorExpr x = Graph.vector("x", 40);
        // Each value costs many operations that one adjoint shares among all variables.
        VectorExpr few = Graph.concatenate(x.sin().sum(), x.exp().sum(), x.dot(x), x.product());
        assertThat(told(few, x))
                .matches("function of 40 variables with 4 values; Jacobian by 4 adjoints \\([\\d,]+ operations\\)"
                        + " rather than 10 sweeps of 4 tangents \\([\\d,]+ operations\\)");
        assertThat(told(x.sin(), x))
                .matches("function of 40 variables with 40 values; Jacobian by 10 sweeps of 4 tangents .* rather than"
                        + " 40 adjoints .*");
        assertThat(told(Graph.concatenate(x, x.sin(), x.exp(), x.square()), x))
                .endsWith("Jacobian by 10 sweeps of 4 tangents, as there are many more values");
        assertThat(told(Graph.concatenate(x.sum()), x))
                .endsWith("Jacobian by 1 adjoint, as there are many more variables");
    }
}
