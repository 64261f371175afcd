package org.cotangent.ad.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tangents and adjoints of one Jacobian agree as far as the condition of the matrix lets them. */
class ConditionTest {

    private static final int N = 30;

    private final MatrixExpr a = Graph.matrix("a", N, N);
    private final VectorExpr b = Graph.vector("b", N);
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

    private void requireAgreement(VectorExpr values, double[] point, double condition) {
        TwiceDifferentiableVectorFunction f = Differentiation.of(values, List.of(a, b));
        double[] v = random.doubles(point.length, -1, 1).toArray();
        double[] u = random.doubles(f.outputDimension(), -1, 1).toArray();
        double[] out = new double[u.length];
        double[] jvp = new double[u.length];
        double[] vjp = new double[v.length];
        f.jvp(point, v, out, jvp);
        f.vjp(point, u, out, vjp);
        double scale = norm(u) * norm(jvp) + norm(vjp) * norm(v);
        double difference = Math.abs(RoutineCheck.dot(u, jvp) - RoutineCheck.dot(vjp, v));
        assertThat(difference / scale).as(values.toString()).isLessThan(10 * N * condition * 0x1p-52);
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 1e2, 1e4, 1e6})
    void tangentsAndAdjointsAgree(double condition) {
        double[] point = new double[N * N + N];
        System.arraycopy(matrix(condition), 0, point, 0, N * N);
        System.arraycopy(random.doubles(N, -1, 1).toArray(), 0, point, N * N, N);
        requireAgreement(LinearAlgebra.solve(a, b), point, condition);
        requireAgreement(LinearAlgebra.solveTransposed(a, b), point, condition);
        requireAgreement(LinearAlgebra.solvePositive(a, b), point, condition);
        requireAgreement(LinearAlgebra.leastSquares(a, b), point, condition);
        requireAgreement(LinearAlgebra.solveLower(LinearAlgebra.cholesky(a), b), point, condition);
        requireAgreement(LinearAlgebra.inverse(a).flatten().plus(b.sum()), point, condition);
        requireAgreement(Graph.fill(1, LinearAlgebra.logDeterminant(a).plus(b.sum())), point, condition);
        requireAgreement(Graph.fill(1, LinearAlgebra.logDeterminantPositive(a).plus(b.sum())), point, condition);
        requireAgreement(LinearAlgebra.eigenvalues(a).plus(b), point, condition);
        requireAgreement(LinearAlgebra.multiply(a, b), point, condition);
    }
}
