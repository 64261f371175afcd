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

/** Solutions, inverses, determinants and Cholesky factors with their derivatives, against complex numbers. */
class SystemsTest {

    /** A matrix with condition below 100, symmetric or not, and as many other numbers as are asked for. */
    private static double[] point(int n, int others, boolean symmetric) {
        Random random = new Random(11);
        double[] point = random.doubles(n * n + others, -1, 1).toArray();
        double scale = 1 / Math.sqrt(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double value = symmetric && j < i ? point[j * n + i] : point[i * n + j] * scale;
                point[i * n + j] = value;
            }
        }
        for (int i = 0; i < n; i++) {
            point[i * n + i] += symmetric || i % 2 == 0 ? 2 : -2;
        }
        return point;
    }

    private static ComplexMatrix a(ComplexMatrix x, int n) {
        return ComplexMatrix.of(n, n, x, 0);
    }

    private static ComplexMatrix symmetric(ComplexMatrix x, int n) {
        ComplexMatrix twice = a(x, n).plus(a(x, n).transposed(), 1);
        return twice.plus(twice, -0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30, 200})
    void solutionsOfSystems(int n) {
        int columns = n > 100 ? 1 : 3;
        MatrixExpr a = Graph.matrix("a", n, n);
        MatrixExpr b = Graph.matrix("b", n, columns);
        double[] point = point(n, n * columns, false);
        new RoutineCheck(
                        LinearAlgebra.solve(a, b).flatten(),
                        List.of(a, b),
                        x -> a(x, n).solve(ComplexMatrix.of(n, columns, x, n * n)),
                        point)
                .all();
        new RoutineCheck(
                        LinearAlgebra.solveTransposed(a, b).flatten(),
                        List.of(a, b),
                        x -> a(x, n).transposed().solve(ComplexMatrix.of(n, columns, x, n * n)),
                        point)
                .all();
        new RoutineCheck(
                        LinearAlgebra.solvePositive(a, b).flatten(),
                        List.of(a, b),
                        x -> symmetric(x, n).solve(ComplexMatrix.of(n, columns, x, n * n)),
                        point(n, n * columns, true))
                .all();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30, 200})
    void triangularSystems(int n) {
        MatrixExpr t = Graph.matrix("t", n, n);
        VectorExpr b = Graph.vector("b", n);
        double[] point = point(n, n, false);
        new RoutineCheck(
                        LinearAlgebra.solveLower(t, b),
                        List.of(t, b),
                        x -> a(x, n).triangle(true).solve(ComplexMatrix.of(n, 1, x, n * n)),
                        point)
                .all();
        new RoutineCheck(
                        LinearAlgebra.solveLowerTransposed(t, b),
                        List.of(t, b),
                        x -> a(x, n).triangle(true).transposed().solve(ComplexMatrix.of(n, 1, x, n * n)),
                        point)
                .all();
        new RoutineCheck(
                        LinearAlgebra.solveUpper(t, b),
                        List.of(t, b),
                        x -> a(x, n).triangle(false).solve(ComplexMatrix.of(n, 1, x, n * n)),
                        point)
                .all();
        new RoutineCheck(
                        LinearAlgebra.solveUpperTransposed(t, b.reshape(n, 1)).flatten(),
                        List.of(t, b),
                        x -> a(x, n).triangle(false).transposed().solve(ComplexMatrix.of(n, 1, x, n * n)),
                        point)
                .all();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30, 200})
    void inverseAndDeterminants(int n) {
        MatrixExpr a = Graph.matrix("a", n, n);
        double[] point = point(n, 0, false);
        new RoutineCheck(
                        LinearAlgebra.inverse(a).flatten(),
                        List.of(a),
                        x -> a(x, n).solve(ComplexMatrix.identity(n)),
                        point)
                .all();
        new RoutineCheck(
                        Graph.fill(1, LinearAlgebra.determinant(a)), List.of(a), x -> a(x, n).determinant(false), point)
                .all();
        new RoutineCheck(
                        Graph.fill(1, LinearAlgebra.logDeterminant(a)),
                        List.of(a),
                        x -> a(x, n).determinant(true),
                        point)
                .all();
        new RoutineCheck(
                        Graph.fill(1, LinearAlgebra.logDeterminantPositive(a)),
                        List.of(a),
                        x -> symmetric(x, n).determinant(true),
                        point(n, 0, true))
                .all();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30, 65, 200})
    void choleskyFactor(int n) {
        MatrixExpr a = Graph.matrix("a", n, n);
        new RoutineCheck(LinearAlgebra.cholesky(a).flatten(), List.of(a), x -> a(x, n).cholesky(), point(n, 0, true))
                .all();
    }

    @Test
    void complexStepsGoThroughEveryRoutine() {
        int n = 4;
        MatrixExpr a = Graph.matrix("a", n, n);
        VectorExpr b = Graph.vector("b", n);
        var f = Differentiation.of(
                LinearAlgebra.solve(a, b)
                        .plus(LinearAlgebra.solveTransposed(a, b))
                        .plus(LinearAlgebra.solvePositive(a, b))
                        .plus(LinearAlgebra.solveLower(LinearAlgebra.cholesky(a), b))
                        .times(LinearAlgebra.determinant(a))
                        .sum()
                        .plus(LinearAlgebra.logDeterminant(a))
                        .plus(LinearAlgebra.logDeterminantPositive(a)),
                List.of(a, b));
        DerivativeCheck.of(f).at(point(n, n, true)).orThrow();
    }

    @Test
    void badMatricesAreTold() {
        double[] indefinite = {4, 2, 2, 1 - 0x1p-3};
        assertThatThrownBy(() -> Matrices.cholesky(indefinite, 2, new double[4]))
                .isInstanceOfSatisfying(NotPositiveDefiniteException.class, e -> {
                    assertThat(e.pivot()).isEqualTo(1);
                    assertThat(e.value()).isEqualTo(-0x1p-3);
                })
                .hasMessage("matrix of 2 x 2 is not positive definite: pivot 1 is -0.125, expected > 0; add a multiple"
                        + " of the unit matrix, or solve by LU");
        assertThatThrownBy(() -> Matrices.solve(new double[] {1, 2, 2, 4}, new double[2], 2, 1, new double[2]))
                .isInstanceOf(SingularMatrixException.class)
                .hasMessageStartingWith("matrix of 2 x 2 is singular: column 1 depends on those before it, its pivot is"
                        + " 0, condition infinite; solve in the sense of least squares");
        assertThatThrownBy(() -> Matrices.inverse(new double[] {1, 1, 1, 1 + 0x1p-52}, 2, new double[4]))
                .isInstanceOf(SingularMatrixException.class)
                .hasMessageContaining("singular to working precision: condition about 1.8");
        assertThat(Matrices.determinant(new double[] {1, 2, 2, 4}, 2)).isZero();
    }

    @Test
    void whatIsNotANumberIsNoError() {
        double[] x = new double[2];
        Matrices.solve(new double[] {Double.NaN, 1, 2, 4}, new double[] {1, 2}, 2, 1, x);
        assertThat(x).containsOnly(Double.NaN);
        double[] l = new double[1];
        Matrices.cholesky(new double[] {Double.NaN}, 1, l);
        assertThat(l).containsOnly(Double.NaN);
    }
}
