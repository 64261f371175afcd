package org.cotangent.ad.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tangents and adjoints of one Jacobian agree as far as the condition of the matrix lets them. */
class ConditionTest {

    private static final int N = 30;

    private final Random random = new Random(23);

    /** A symmetric positive definite matrix of a condition number. */
    private double[] matrix(double condition) {
        double[] e = new double[N + N * N];
        SymmetricEigen.factor(random.doubles(N * N, -1, 1).toArray(), N, e);
        double[] d = new double[N];
        for (int i = 0; i < N; i++) {
            d[i] = Math.pow(condition, -i / (N - 1.0));
        }
        double[] matrix = new double[N * N];
        SymmetricEigen.compose(matrix, e, d, N, matrix);
        return matrix;
    }

    private static double norm(double[] v) {
        return Math.sqrt(RoutineCheck.dot(v, v));
    }

    private static Stream<Arguments> rowsAtConditions() {
        return Stream.of(10.0, 1e2, 1e4, 1e6)
                .flatMap(condition -> RoutineTable.square(N).map(row -> Arguments.of(row, condition)));
    }

    @ParameterizedTest
    @MethodSource("rowsAtConditions")
    void tangentsAndAdjointsAgree(RoutineTable.Row row, double condition) {
        double[] point = row.point(
                (m, n) -> matrix(condition), n -> random.doubles(n, -1, 1).toArray());
        TwiceDifferentiableVectorFunction f = Differentiation.of(row.values(), row.variables());
        double[] v = random.doubles(point.length, -1, 1).toArray();
        double[] u = random.doubles(f.outputDimension(), -1, 1).toArray();
        double[] out = new double[u.length];
        double[] jvp = new double[u.length];
        double[] vjp = new double[v.length];
        f.jvp(point, v, out, jvp);
        f.vjp(point, u, out, vjp);
        double scale = norm(u) * norm(jvp) + norm(vjp) * norm(v);
        double difference = Math.abs(RoutineCheck.dot(u, jvp) - RoutineCheck.dot(vjp, v));
        assertThat(difference / scale).isLessThan(10 * N * condition * 0x1p-52);
    }
}
