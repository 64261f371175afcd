package org.cotangent.ad.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.VectorExpr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products and their derivatives of any order, against complex numbers. */
class ProductsTest {

    private static double[] random(int length) {
        return new Random(3).doubles(length, -1, 1).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30, 200})
    void productOfEachKind(int n) {
        int m = n;
        int k = n + 1;
        int p = Math.max(1, n - 1);
        MatrixExpr a = Graph.matrix("a", m, k);
        MatrixExpr b = Graph.matrix("b", k, p);
        MatrixExpr aT = Graph.matrix("a", k, m);
        MatrixExpr bT = Graph.matrix("b", p, k);
        double[] point = random(m * k + k * p);
        new RoutineCheck(
                        LinearAlgebra.multiply(a, b).flatten(),
                        List.of(a, b),
                        x -> ComplexMatrix.of(m, k, x, 0).times(ComplexMatrix.of(k, p, x, m * k)),
                        point)
                .all();
        new RoutineCheck(
                        LinearAlgebra.multiplyLeftTransposed(aT, b).flatten(),
                        List.of(aT, b),
                        x -> ComplexMatrix.of(k, m, x, 0).transposed().times(ComplexMatrix.of(k, p, x, m * k)),
                        point)
                .all();
        new RoutineCheck(
                        LinearAlgebra.multiplyRightTransposed(a, bT).flatten(),
                        List.of(a, bT),
                        x -> ComplexMatrix.of(m, k, x, 0)
                                .times(ComplexMatrix.of(p, k, x, m * k).transposed()),
                        point)
                .all();
        new RoutineCheck(
                        LinearAlgebra.multiplyBothTransposed(aT, bT).flatten(),
                        List.of(aT, bT),
                        x -> ComplexMatrix.of(k, m, x, 0)
                                .transposed()
                                .times(ComplexMatrix.of(p, k, x, m * k).transposed()),
                        point)
                .all();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30, 200})
    void matrixTimesVector(int n) {
        int m = n + 1;
        MatrixExpr a = Graph.matrix("a", m, n);
        VectorExpr x = Graph.vector("x", n);
        VectorExpr y = Graph.vector("y", m);
        new RoutineCheck(
                        LinearAlgebra.multiply(a, x),
                        List.of(a, x),
                        z -> ComplexMatrix.of(m, n, z, 0).times(ComplexMatrix.of(n, 1, z, m * n)),
                        random(m * n + n))
                .all();
        new RoutineCheck(
                        LinearAlgebra.multiplyTransposed(a, y),
                        List.of(a, y),
                        z -> ComplexMatrix.of(m, n, z, 0).transposed().times(ComplexMatrix.of(m, 1, z, m * n)),
                        random(m * n + m))
                .all();
    }

    @Test
    void matrixTimesItself() {
        int n = 4;
        MatrixExpr a = Graph.matrix("a", n, n);
        MatrixExpr square = LinearAlgebra.multiply(a, a);
        new RoutineCheck(
                        LinearAlgebra.multiplyLeftTransposed(square, a).flatten(),
                        List.of(a),
                        x -> {
                            ComplexMatrix z = ComplexMatrix.of(n, n, x, 0);
                            return z.times(z).transposed().times(z);
                        },
                        random(n * n))
                .all();
    }

    @Test
    void complexStepsGoThroughProducts() {
        MatrixExpr a = Graph.matrix("a", 3, 2);
        var f = Differentiation.of(LinearAlgebra.multiplyLeftTransposed(a, a).norm(), List.of(a));
        DerivativeCheck.of(f).at(random(6)).orThrow();
    }

    @Test
    void whatIsNotDifferentiatedByCostsNothing() {
        MatrixExpr a = Graph.matrix("a", 2, 3);
        MatrixExpr b = Graph.matrix("b", 3, 2);
        var f = Differentiation.of(
                LinearAlgebra.multiply(a, b).square().sum(), List.of(b), org.cotangent.ad.Data.of(a, new double[][] {
                    {1, 2, 3}, {4, 5, 6}
                }));
        double[] gradient = new double[6];
        f.valueAndGradient(new double[] {1, 0, 0, 1, 1, 0}, gradient);
        // C = A B = (4, 2; 10, 5), gradient 2 Aᵀ C
        assertThat(gradient).containsExactly(88, 44, 116, 58, 144, 72);
    }

    @Test
    void shapesThatDoNotFitAreTold() {
        assertThatThrownBy(() -> LinearAlgebra.multiply(Graph.matrix("a", 2, 3), Graph.matrix("b", 2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("columns of a are 3, expected 2, rows of b");
        assertThatThrownBy(() -> Matrices.multiply(new double[5], new double[6], 2, 3, 2, new double[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a has length 5, expected 6 (2 x 3, row by row)");
    }
}
