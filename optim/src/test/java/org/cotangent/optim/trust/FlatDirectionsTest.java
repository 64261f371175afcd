package org.cotangent.optim.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.cotangent.optim.run.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Singular matrices of which the flat directions are known: those that a matrix was made of. */
class FlatDirectionsTest {

    private static final int N = 90;
    private static final double ROUNDING = SymmetricEigen.rounding(1, N);

    /** Q diag(curvatures) Qᵀ, Q a product of reflections. */
    private record Made(double[] matrix, double[][] vectors, double[] curvatures) {

        static Made of(double[] curvatures, Random random) {
            double[][] vectors = new double[N][N];
            for (int i = 0; i < N; i++) {
                vectors[i][i] = 1;
            }
            for (int k = 0; k < N; k++) {
                reflect(vectors, random);
            }
            double[] matrix = new double[N * N];
            for (int k = 0; k < N; k++) {
                for (int i = 0; i < N; i++) {
                    for (int j = 0; j < N; j++) {
                        matrix[i * N + j] += curvatures[k] * (vectors[k][i] * vectors[k][j]);
                    }
                }
            }
            return new Made(matrix, vectors, curvatures);
        }

        private static void reflect(double[][] vectors, Random random) {
            double[] normal = random.doubles(N, -1, 1).toArray();
            Vectors.scale(1 / Vectors.norm(normal), normal);
            for (double[] vector : vectors) {
                Vectors.addScaled(-2 * Vectors.dot(normal, vector), normal, vector);
            }
        }

        /** The shortest solution, by the vectors that the matrix was made of. */
        double[] shortest(double[] b) {
            double[] z = new double[N];
            for (int k = 0; k < N; k++) {
                if (curvatures[k] != 0) {
                    Vectors.addScaled(Vectors.dot(vectors[k], b) / curvatures[k], vectors[k], z);
                }
            }
            return z;
        }
    }

    private static double[] curvatures(int flat, double least) {
        double[] curvatures = new double[N];
        for (int k = flat; k < N; k++) {
            curvatures[k] = least * Math.pow(1 / least, (k - flat) / (N - 1.0 - flat));
        }
        return curvatures;
    }

    @ParameterizedTest
    @CsvSource({"1, 1e-2", "1, 1e-8", "3, 1e-4", "5, 0.5"})
    void findsTheShortestSolution(int flat, double least) {
        Random random = new Random(flat);
        Made made = Made.of(curvatures(flat, least), random);
        double[] b = new double[N];
        for (int k = flat; k < N; k++) {
            Vectors.addScaled(random.nextDouble(-1, 1), made.vectors()[k], b);
        }
        FlatDirections found = FlatDirections.of(made.matrix(), N, ROUNDING, 0).orElseThrow();
        assertThat(found.count()).isEqualTo(flat);
        assertThat(found.largest()).isCloseTo(1, within(0.2));
        double[] z = found.shortestSolution(b);
        double outside = found.flatPart(b, direction -> 0);
        // Rounding of a matrix of size 1 turns the flat directions by itself over the least curvature beside them.
        assertThat(outside).isLessThan(1e-14 / least * Vectors.norm(b));
        double[] expected = made.shortest(b);
        double[] error = new double[N];
        Vectors.sum(z, -1, expected, error);
        // The same rounding, seen through the least curvature.
        assertThat(Vectors.norm(error)).isLessThan(1e-14 / least * Vectors.norm(expected));
    }

    @Test
    void tellsWhatOfARightSideIsOutsideTheRange() {
        Random random = new Random(3);
        Made made = Made.of(curvatures(2, 1e-3), random);
        double[] b = new double[N];
        Vectors.addScaled(3, made.vectors()[0], b);
        Vectors.addScaled(-4, made.vectors()[1], b);
        Vectors.addScaled(7, made.vectors()[20], b);
        FlatDirections found = FlatDirections.of(made.matrix(), N, ROUNDING, 0).orElseThrow();
        assertThat(found.flatPart(b, direction -> 0)).isCloseTo(5, within(1e-9));
        assertThat(found.flatPart(b, direction -> 5)).isZero();
    }

    @Test
    void leavesUnclearCasesToEigenvalues() {
        double[] negative = curvatures(1, 1e-3);
        negative[0] = -1e-9;
        double[] between = curvatures(1, 1e-3);
        between[0] = 20 * ROUNDING;
        Random random = new Random(4);
        assertThat(FlatDirections.of(Made.of(negative, random).matrix(), N, ROUNDING, 0))
                .isEmpty();
        assertThat(FlatDirections.of(Made.of(between, random).matrix(), N, ROUNDING, 0))
                .isEmpty();
        assertThat(FlatDirections.of(Made.of(curvatures(30, 1e-3), random).matrix(), N, ROUNDING, 0))
                .isEmpty();
    }
}
