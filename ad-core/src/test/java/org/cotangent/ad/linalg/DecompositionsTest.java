package org.cotangent.ad.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.function.OutsideDomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Least squares, eigenvalues and singular values with their derivatives, against complex numbers. */
class DecompositionsTest {

    private static double[] random(int length) {
        return new Random(17).doubles(length, -1, 1).toArray();
    }

    /** Eigenvalues about 1 apart, for condition numbers of eigenvectors that stay small. */
    private static double[] spread(int n) {
        double[] a = random(n * n);
        for (int i = 0; i < n * n; i++) {
            a[i] *= 0.5 / n;
        }
        for (int i = 0; i < n; i++) {
            a[i * (n + 1)] += i - n / 3.0;
        }
        return a;
    }

    private static ComplexMatrix symmetric(ComplexMatrix x, int n) {
        ComplexMatrix a = ComplexMatrix.of(n, n, x, 0);
        ComplexMatrix twice = a.plus(a.transposed(), 1);
        return twice.plus(twice, -0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30, 200})
    void leastSquares(int n) {
        int m = n + n / 2;
        int columns = n > 100 ? 1 : 2;
        MatrixExpr a = Graph.matrix("a", m, n);
        MatrixExpr b = Graph.matrix("b", m, columns);
        double[] point = random(m * n + m * columns);
        for (int i = 0; i < n; i++) {
            point[i * (n + 1)] += 2 * Math.sqrt(n);
        }
        new RoutineCheck(
                        LinearAlgebra.leastSquares(a, b).flatten(),
                        List.of(a, b),
                        x -> {
                            ComplexMatrix z = ComplexMatrix.of(m, n, x, 0);
                            ComplexMatrix t = z.transposed();
                            return t.times(z).solve(t.times(ComplexMatrix.of(m, columns, x, m * n)));
                        },
                        point)
                .all();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30})
    void eigenvaluesAndEigenvectors(int n) {
        MatrixExpr a = Graph.matrix("a", n, n);
        double[] point = spread(n);
        new RoutineCheck(
                        Graph.concatenate(
                                LinearAlgebra.eigenvectors(a).transpose().flatten(), LinearAlgebra.eigenvalues(a)),
                        List.of(a),
                        x -> pairs(x, n),
                        point)
                .all();
    }

    /** Eigenvectors one after the other, then eigenvalues. */
    private static ComplexMatrix pairs(ComplexMatrix x, int n) {
        double[] e = new double[n + n * n];
        SymmetricEigen.factor(x.re.clone(), n, e);
        ComplexMatrix all = new ComplexMatrix(n + 1, n);
        for (int j = 0; j < n; j++) {
            double[] start = new double[n + 1];
            for (int i = 0; i < n; i++) {
                start[i] = e[n + i * n + j];
            }
            start[n] = e[j];
            ComplexMatrix pair = ComplexMatrix.of(n, n, x, 0).eigenpair(start);
            System.arraycopy(pair.re, 0, all.re, j * n, n);
            System.arraycopy(pair.im, 0, all.im, j * n, n);
            all.re[n * n + j] = pair.re[n];
            all.im[n * n + j] = pair.im[n];
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30, 200})
    void sumsOverEigenvalues(int n) {
        MatrixExpr a = Graph.matrix("a", n, n);
        new RoutineCheck(
                        Graph.fill(1, LinearAlgebra.eigenvalues(a).pow(3).sum()),
                        List.of(a),
                        x -> symmetric(x, n).traceOfPower(3),
                        random(n * n))
                .all();
    }

    /** The trace of a power has derivatives everywhere, whatever eigenvalues do. */
    @Test
    void sumsOverEigenvaluesThatCoincide() {
        int n = 6;
        MatrixExpr a = Graph.matrix("a", n, n);
        double[] q = new double[n + n * n];
        SymmetricEigen.factor(random(n * n), n, q);
        double[] w = {1, 1, 1, 2, 2, 5};
        double[] repeated = new double[n * n];
        SymmetricEigen.compose(repeated, q, w, n, repeated);
        double[] unit = new double[n * n];
        for (int i = 0; i < n; i++) {
            unit[i * (n + 1)] = 1;
        }
        for (double[] point : new double[][] {repeated, unit}) {
            new RoutineCheck(
                            Graph.fill(1, LinearAlgebra.eigenvalues(a).pow(3).sum()),
                            List.of(a),
                            x -> symmetric(x, n).traceOfPower(3),
                            point)
                    .all();
        }
    }

    @Test
    void eigenvectorsOfCoincidingEigenvaluesAreRefused() {
        MatrixExpr a = Graph.matrix("a", 2, 2);
        var f = Differentiation.of(LinearAlgebra.eigenvectors(a).get(0, 0), List.of(a));
        double[] unit = {1, 0, 0, 1};
        assertThat(f.value(unit)).isEqualTo(1);
        assertThatThrownBy(() -> f.valueAndGradient(unit, new double[4]))
                .isInstanceOf(OutsideDomainException.class)
                .hasMessageStartingWith("eigenvalues 0 and 1 of a symmetric matrix coincide");
    }

    @Test
    void rulesThrowInThreadsWithoutAContextClassLoader() {
        ClassLoader usual = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(null);
        try {
            eigenvectorsOfCoincidingEigenvaluesAreRefused();
        } finally {
            Thread.currentThread().setContextClassLoader(usual);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30})
    void singularValues(int n) {
        for (int[] shape : new int[][] {{n, n}, {n + 2, n}, {n, n + 2}}) {
            int rows = shape[0];
            int columns = shape[1];
            MatrixExpr a = Graph.matrix("a", rows, columns);
            new RoutineCheck(
                            Graph.fill(1, LinearAlgebra.singularValues(a).pow(4).sum()),
                            List.of(a),
                            x -> {
                                ComplexMatrix z = ComplexMatrix.of(rows, columns, x, 0);
                                return z.transposed().times(z).traceOfPower(2);
                            },
                            random(rows * columns))
                    .all();
        }
    }

    @Test
    void normsOfKnownMatrices() {
        MatrixExpr a = Graph.matrix("a", 2, 2);
        double[] point = {3, 0, 0, -4};
        double[] gradient = new double[4];
        var spectral = Differentiation.of(LinearAlgebra.spectralNorm(a), List.of(a));
        assertThat(spectral.valueAndGradient(point, gradient)).isEqualTo(4);
        assertThat(gradient).containsExactly(new double[] {0, 0, 0, -1}, org.assertj.core.api.Assertions.within(1e-15));
        var nuclear = Differentiation.of(LinearAlgebra.nuclearNorm(a), List.of(a));
        assertThat(nuclear.valueAndGradient(point, gradient)).isEqualTo(7);
        assertThat(gradient).containsExactly(new double[] {1, 0, 0, -1}, org.assertj.core.api.Assertions.within(1e-15));
    }

    @Test
    void dependentColumnsAreTold() {
        assertThatThrownBy(() ->
                        Matrices.leastSquares(new double[] {1, 1, 1, 1, 1, 1}, new double[3], 3, 2, 1, new double[2]))
                .isInstanceOf(SingularMatrixException.class)
                .hasMessageStartingWith("columns of a matrix of 3 x 2 depend on each other: condition at least");
        assertThatThrownBy(() -> Matrices.leastSquares(new double[2], new double[1], 1, 2, 1, new double[2]))
                .hasMessageContaining("more columns than rows");
    }
}
