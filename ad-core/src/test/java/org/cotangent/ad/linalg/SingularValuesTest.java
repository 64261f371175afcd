package org.cotangent.ad.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.function.OutsideDomainException;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decompositions of matrices of all shapes and ranks, and derivatives where singular values coincide or vanish. */
class SingularValuesTest {

    private final Random random = new Random(41);

    /** Columns that are orthonormal, by reflections of the unit matrix. */
    private double[] orthonormal(int rows, int columns) {
        double[] q = new double[rows * columns];
        for (int j = 0; j < columns; j++) {
            q[j * columns + j] = 1;
        }
        for (int turn = 0; turn < 3; turn++) {
            double[] w = random.doubles(rows, -1, 1).toArray();
            for (int j = 0; j < columns; j++) {
                double product = 0;
                for (int i = 0; i < rows; i++) {
                    product += w[i] * q[i * columns + j];
                }
                for (int i = 0; i < rows; i++) {
                    q[i * columns + j] -= 2 * product / RoutineCheck.dot(w, w) * w[i];
                }
            }
        }
        return q;
    }

    /** A matrix of known singular values. */
    private double[] matrix(int m, int n, double... s) {
        double[] u = orthonormal(m, s.length);
        double[] v = orthonormal(n, s.length);
        double[] a = new double[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < s.length; k++) {
                    a[i * n + j] += u[i * s.length + k] * s[k] * v[j * s.length + k];
                }
            }
        }
        return a;
    }

    @ParameterizedTest
    @CsvSource({"1,1", "5,5", "7,3", "3,7", "40,40", "60,20", "20,60"})
    void factorsMakeTheMatrixAgain(int m, int n) {
        int r = Math.min(m, n);
        double[] expected = new double[r];
        for (int i = 0; i < r; i++) {
            expected[i] = Math.pow(10, -14.0 * i / r);
        }
        expected[r / 2] = expected[0];
        expected[r - 1] = r > 2 ? 0 : expected[r - 1];
        Arrays.sort(expected);
        for (int i = 0; i < r / 2; i++) {
            double kept = expected[i];
            expected[i] = expected[r - 1 - i];
            expected[r - 1 - i] = kept;
        }
        double[] a = matrix(m, n, expected);
        double[] u = new double[m * r];
        double[] s = new double[r];
        double[] v = new double[n * r];
        Matrices.singularValueDecomposition(a, m, n, u, s, v);
        // The matrix itself was rounded in being made.
        double roundings = (Math.max(m, n) + 4) * 0x1p-52;
        assertThat(s).containsExactly(expected, within(roundings));
        requireOrthonormal(u, m, r);
        requireOrthonormal(v, n, r);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < r; k++) {
                    sum += u[i * r + k] * s[k] * v[j * r + k];
                }
                assertThat(sum).isCloseTo(a[i * n + j], within(4 * roundings));
            }
        }
    }

    private static void requireOrthonormal(double[] q, int rows, int columns) {
        double[] gram = new double[columns * columns];
        Matrices.multiplyLeftTransposed(q, q, columns, rows, columns, gram);
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < columns; j++) {
                assertThat(gram[i * columns + j]).isCloseTo(i == j ? 1 : 0, within(8 * rows * 0x1p-52));
            }
        }
    }

    @Test
    void signsAreThoseOfTheLargestComponents() {
        double[] u = new double[4];
        double[] v = new double[4];
        Matrices.singularValueDecomposition(new double[] {-3, 0, 0, -4}, 2, 2, u, new double[2], v);
        assertThat(u).containsExactly(new double[] {0, 1, 1, 0}, within(0.0));
        assertThat(v).containsExactly(new double[] {0, -1, -1, 0}, within(0.0));
    }

    /** The root of Aᵀ A by the iteration of Denman and Beavers (1976). */
    private static ComplexMatrix root(ComplexMatrix gram) {
        ComplexMatrix y = gram;
        ComplexMatrix z = ComplexMatrix.identity(gram.rows);
        for (int turn = 0; turn < 20; turn++) {
            ComplexMatrix yInverse = y.solve(ComplexMatrix.identity(gram.rows));
            ComplexMatrix zInverse = z.solve(ComplexMatrix.identity(gram.rows));
            y = half(y.plus(zInverse, 1));
            z = half(z.plus(yInverse, 1));
        }
        return y;
    }

    private static ComplexMatrix half(ComplexMatrix a) {
        return a.plus(a, -0.5);
    }

    private static ComplexMatrix gram(ComplexMatrix x, int m, int n) {
        ComplexMatrix a = ComplexMatrix.of(m, n, x, 0);
        return a.transposed().times(a);
    }

    @ParameterizedTest
    @CsvSource({"4,4", "6,4"})
    void whatTreatsSingularValuesAlikeHasDerivativesWhereTheyCoincide(int m, int n) {
        MatrixExpr a = Graph.matrix("a", m, n);
        for (double[] s : new double[][] {{1, 1, 1, 1}, {3, 2, 2, 1}, {2, 2, 1, 1}}) {
            double[] point = matrix(m, n, s);
            new RoutineCheck(
                            Graph.fill(1, LinearAlgebra.nuclearNorm(a)),
                            List.of(a),
                            x -> root(gram(x, m, n)).traceOfPower(1),
                            point)
                    .all();
            new RoutineCheck(
                            LinearAlgebra.orthogonalFactor(a).flatten(),
                            List.of(a),
                            x -> root(gram(x, m, n))
                                    .solve(ComplexMatrix.of(m, n, x, 0).transposed())
                                    .transposed(),
                            point)
                    .all();
            new RoutineCheck(
                            LinearAlgebra.pseudoInverse(a).flatten(),
                            List.of(a),
                            x -> gram(x, m, n)
                                    .solve(ComplexMatrix.of(m, n, x, 0).transposed()),
                            point)
                    .all();
        }
    }

    @Test
    void rootsOfMatricesWithCoincidingEigenvalues() {
        MatrixExpr a = Graph.matrix("a", 4, 4);
        double[] q = orthonormal(4, 4);
        double[] e = new double[20];
        System.arraycopy(new double[] {4, 1, 1, 4}, 0, e, 0, 4);
        System.arraycopy(q, 0, e, 4, 16);
        double[] point = new double[16];
        SymmetricEigen.compose(point, e, e, 4, point);
        new RoutineCheck(
                        LinearAlgebra.squareRoot(a).flatten(),
                        List.of(a),
                        x -> {
                            ComplexMatrix z = ComplexMatrix.of(4, 4, x, 0);
                            return root(half(z.plus(z.transposed(), 1)));
                        },
                        point)
                .all();
    }

    /** The sum of fourth powers is smooth, whatever singular values do. */
    @ParameterizedTest
    @CsvSource({"4,4,0", "4,4,2", "6,4,3", "3,5,1", "5,3,2"})
    void smoothSumsHaveDerivativesWhereRanksAreLow(int m, int n, int rank) {
        MatrixExpr a = Graph.matrix("a", m, n);
        double[] s = new double[rank];
        Arrays.fill(s, 0, rank, 2);
        for (int power : new int[] {2, 4}) {
            new RoutineCheck(
                            Graph.fill(
                                    1,
                                    LinearAlgebra.singularValues(a).pow(power).sum()),
                            List.of(a),
                            x -> gram(x, m, n).traceOfPower(power / 2),
                            matrix(m, n, s))
                    .all();
        }
    }

    @Test
    void pseudoInversesOfLowRankFollowChangesThatKeepIt() {
        MatrixExpr b = Graph.matrix("b", 4, 2);
        MatrixExpr c = Graph.matrix("c", 2, 3);
        double[] point = random.doubles(14, -1, 1).toArray();
        new RoutineCheck(
                        LinearAlgebra.pseudoInverse(LinearAlgebra.multiply(b, c))
                                .flatten(),
                        List.of(b, c),
                        x -> {
                            ComplexMatrix left = ComplexMatrix.of(4, 2, x, 0);
                            ComplexMatrix right = ComplexMatrix.of(2, 3, x, 8);
                            ComplexMatrix leftInverse =
                                    left.transposed().times(left).solve(left.transposed());
                            ComplexMatrix middle =
                                    right.times(right.transposed()).solve(leftInverse);
                            return right.transposed().times(middle);
                        },
                        point)
                .all();
    }

    @Test
    void oneZeroOfASquareMatrixIsNoObstacleToSingularVectors() {
        MatrixExpr a = Graph.matrix("a", 3, 3);
        MatrixExpr u = LinearAlgebra.singularValueDecomposition(a).u();
        TwiceDifferentiableFunction f = Differentiation.of(u.get(0, 0).times(u.get(1, 2)), List.of(a));
        double[] point = matrix(3, 3, 3, 1, 0);
        double[] gradient = new double[9];
        f.valueAndGradient(point, gradient);
        double[] direction = random.doubles(9, -1, 1).toArray();
        double h = 1e-3;
        double[] values = new double[5];
        for (int k = -2; k <= 2; k++) {
            double[] moved = point.clone();
            for (int i = 0; i < 9; i++) {
                moved[i] += k * h * direction[i];
            }
            values[k + 2] = f.value(moved);
        }
        double expected = (8 * (values[3] - values[1]) - (values[4] - values[0])) / (12 * h);
        assertThat(RoutineCheck.dot(gradient, direction)).isCloseTo(expected, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"u", "v"})
    void singularVectorsOfCoincidingValuesAreRefused(String factor) {
        MatrixExpr a = Graph.matrix("a", 2, 2);
        SingularFactors factors = LinearAlgebra.singularValueDecomposition(a);
        MatrixExpr chosen = factor.equals("u") ? factors.u() : factors.v();
        TwiceDifferentiableFunction f = Differentiation.of(chosen.get(0, 0), List.of(a));
        assertThatThrownBy(() -> f.valueAndGradient(new double[] {1, 0, 0, 1}, new double[4]))
                .isInstanceOf(OutsideDomainException.class)
                .hasMessageStartingWith("singular value 0 coincides with the next, both 1.0");
    }

    @Test
    void singularVectorsOutsideOfTheRangeAreRefused() {
        MatrixExpr a = Graph.matrix("a", 3, 2);
        TwiceDifferentiableFunction f = Differentiation.of(
                LinearAlgebra.singularValueDecomposition(a).u().get(0, 0), List.of(a));
        assertThatThrownBy(() -> f.valueAndGradient(new double[] {1, 0, 0, 0, 0, 0}, new double[6]))
                .isInstanceOf(OutsideDomainException.class)
                .hasMessageStartingWith("singular value 1 of a matrix of 3 x 2 is 0 to working precision");
        TwiceDifferentiableFunction polar =
                Differentiation.of(LinearAlgebra.orthogonalFactor(a).get(0, 0), List.of(a));
        assertThatThrownBy(() -> polar.valueAndGradient(new double[] {1, 0, 0, 0, 0, 0}, new double[6]))
                .isInstanceOf(OutsideDomainException.class)
                .hasMessageContaining("singular matrix has no derivative");
    }

    @Test
    void whatIsNotANumberIsNoError() {
        double[] s = new double[2];
        Matrices.singularValues(new double[] {Double.NaN, 1, 2, 4}, 2, 2, s);
        assertThat(s).containsOnly(Double.NaN);
        double[] w = new double[2];
        Matrices.eigenvalues(new double[] {1, 1, 2, Double.POSITIVE_INFINITY}, 2, w);
        assertThat(w).containsOnly(Double.NaN);
    }

    @Test
    void negativeEigenvaluesHaveNoRoot() {
        assertThatThrownBy(() -> Matrices.squareRoot(new double[] {1, 0, 0, -4}, 2, new double[4]))
                .isInstanceOf(OutsideDomainException.class)
                .hasMessageContaining("eigenvalue -4.0, expected none below 0");
    }
}
