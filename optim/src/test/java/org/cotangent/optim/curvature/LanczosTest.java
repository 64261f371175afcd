package org.cotangent.optim.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToDoubleFunction;
import org.cotangent.ad.function.LinearOperator;
import org.cotangent.optim.run.Vectors;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanczosTest {

    private record Dense(DMatrixRMaj matrix) implements LinearOperator {

        @Override
        public int rows() {
            return matrix.numRows;
        }

        @Override
        public int columns() {
            return matrix.numCols;
        }

        @Override
        public void apply(double[] v, double[] product) {
            CommonOps_DDRM.mult(matrix, DMatrixRMaj.wrap(v.length, 1, v), DMatrixRMaj.wrap(product.length, 1, product));
        }
    }

    private record Counted(LinearOperator operator, AtomicLong products) implements LinearOperator {

        @Override
        public int rows() {
            return operator.rows();
        }

        @Override
        public int columns() {
            return operator.columns();
        }

        @Override
        public void apply(double[] v, double[] product) {
            products.incrementAndGet();
            operator.apply(v, product);
        }
    }

    /** Chosen eigenvalues and random eigenvectors. */
    private static Dense symmetric(int n, IntToDoubleFunction eigenvalue) {
        DMatrixRMaj q = RandomMatrices_DDRM.orthogonal(n, n, new java.util.Random(n));
        DMatrixRMaj scaled = q.copy();
        CommonOps_DDRM.multCols(
                scaled,
                java.util.stream.IntStream.range(0, n)
                        .mapToDouble(eigenvalue::applyAsDouble)
                        .toArray());
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        CommonOps_DDRM.multTransB(scaled, q, matrix);
        return new Dense(matrix);
    }

    /** 2 on the diagonal, −1 beside it: eigenvalues 2 − 2 cos(kπ/(n+1)). */
    private record Chain(int rows) implements LinearOperator {

        @Override
        public int columns() {
            return rows;
        }

        @Override
        public void apply(double[] v, double[] product) {
            for (int i = 0; i < rows; i++) {
                product[i] = 2 * v[i] - (i > 0 ? v[i - 1] : 0) - (i + 1 < rows ? v[i + 1] : 0);
            }
        }

        double eigenvalue(int k) {
            double sine = Math.sin(k * Math.PI / (2 * (rows + 1)));
            return 4 * sine * sine;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 9, 50, 81, 300})
    void findsTheEndsOfSpreadSpectra(int n) {
        Dense a = symmetric(n, k -> k - n / 3.0);
        Extremes extremes = Lanczos.standard().extremes(a);
        assertThat(extremes.converged()).isTrue();
        assertThat(extremes.smallest()).isCloseTo(-n / 3.0, within(1e-8 * n));
        assertThat(extremes.largest()).isCloseTo(n - 1 - n / 3.0, within(1e-8 * n));
        requireEigenvector(a, extremes.largest(), extremes.largestVector());
        requireEigenvector(a, extremes.smallest(), extremes.smallestVector());
    }

    private static void requireEigenvector(LinearOperator a, double value, double[] vector) {
        double[] product = new double[vector.length];
        a.apply(vector, product);
        Vectors.addScaled(-value, vector, product);
        assertThat(Vectors.norm(vector)).isCloseTo(1, within(1e-12));
        assertThat(Vectors.norm(product)).isLessThan(1e-3 * vector.length);
    }

    @Test
    void seesSixPowersOfTenOfCondition() {
        Extremes extremes = Lanczos.standard().extremes(symmetric(200, k -> Math.pow(10, -6 * k / 199.0)));
        assertThat(extremes.converged()).isTrue();
        assertThat(extremes.condition()).isCloseTo(1e6, within(1e6 * 1e-6));
    }

    @Test
    void theLargestAloneTakesFewerProducts() {
        LinearOperator a = symmetric(400, k -> k < 390 ? 1e-3 * k : 10 + k);
        Counted counted = new Counted(a, new AtomicLong());
        Eigenpair largest = Lanczos.standard().largest(counted);
        assertThat(largest.converged()).isTrue();
        assertThat(largest.value()).isCloseTo(409, within(1e-8 * 409));
        assertThat(Math.abs(largest.value() - 409)).isLessThanOrEqualTo(largest.error());
        requireEigenvector(a, largest.value(), largest.vector());
        assertThat(4 * counted.products().get())
                .isLessThan(Lanczos.standard().extremes(a).products());
    }

    @Test
    void theLargestOfNegativeEigenvaluesIsNotTheLongest() {
        assertThat(Lanczos.standard().largest(symmetric(30, k -> -1 - k)).value())
                .isCloseTo(-1, within(1e-8));
    }

    @Test
    void tooFewProductsForTheLargestAreSaid() {
        Eigenpair largest = Lanczos.standard().withProducts(5).largest(new Chain(2000));
        assertThat(largest.converged()).isFalse();
        assertThat(largest.toString()).contains("not converged");
    }

    /** 2000 vectors would find it without a restart; 24 need many. */
    @Test
    void smallBasisRestarts() {
        Chain chain = new Chain(200);
        Extremes extremes = Lanczos.standard().withVectors(24).extremes(chain);
        assertThat(extremes.converged()).isTrue();
        assertThat(extremes.largest()).isCloseTo(chain.eigenvalue(200), within(1e-7));
        assertThat(extremes.smallest()).isCloseTo(chain.eigenvalue(1), within(1e-8 * chain.eigenvalue(1) + 1e-13));
    }

    @Test
    void repeatedEndsAreFound() {
        Extremes extremes = Lanczos.standard().extremes(symmetric(100, k -> k < 40 ? -2 : k < 60 ? k * 0.01 : 7));
        assertThat(extremes.smallest()).isCloseTo(-2, within(1e-10));
        assertThat(extremes.largest()).isCloseTo(7, within(1e-10));
        assertThat(extremes.condition()).isNaN();
    }

    @Test
    void multiplesOfTheIdentityTakeOneProduct() {
        Extremes extremes = Lanczos.standard().extremes(symmetric(50, k -> 3));
        assertThat(extremes.products()).isLessThanOrEqualTo(3);
        assertThat(extremes.condition()).isCloseTo(1, within(1e-12));
    }

    @Test
    void singularOperatorsHaveNoFiniteCondition() {
        assertThat(Lanczos.standard().extremes(symmetric(30, k -> k)).condition())
                .isInfinite();
        assertThat(Lanczos.standard().extremes(symmetric(30, k -> 0)).largest()).isZero();
    }

    @Test
    void fewProductsAreNotCalledConverged() {
        Extremes extremes = Lanczos.standard().withProducts(20).extremes(new Chain(2000));
        assertThat(extremes.converged()).isFalse();
        assertThat(extremes.products()).isEqualTo(20);
        assertThat(extremes.toString()).contains("not converged");
        assertThat(extremes.largest() + 10 * extremes.largestError()).isGreaterThan(3.99);
    }

    @Test
    void sameSeedGivesTheSameBits() {
        Chain chain = new Chain(500);
        Lanczos rough = Lanczos.standard().withTolerance(1e-3);
        assertThat(rough.extremes(chain).largest())
                .isEqualTo(rough.extremes(chain).largest());
        assertThat(rough.withSeed(2).extremes(chain).largestVector()[0])
                .isNotEqualTo(rough.extremes(chain).largestVector()[0]);
    }

    @Test
    void densityHasTheMomentsOfTheSpectrum() {
        Chain chain = new Chain(1000);
        SpectralDensity density = Lanczos.standard().withVectors(40).density(chain, 20);
        assertThat(Arrays.stream(density.weights()).sum()).isCloseTo(1, within(1e-12));
        // Four standard deviations of 20 probes; the variance of one is twice the squares off the diagonal.
        assertThat(density.trace()).isCloseTo(2000, within(4 * Math.sqrt(4 * 999 / 20.0)));
        // Of 2 − 2 cos θ with even θ, a third lies below 1 (θ < π/3) and half below 2.
        assertThat(density.share(0, 1)).isCloseTo(1 / 3.0, within(0.02));
        assertThat(density.share(0, 2)).isCloseTo(0.5, within(0.02));
        assertThat(density.at(2, 0.1)).isCloseTo(1 / (2 * Math.PI), within(0.01));
    }

    @Test
    void badInputIsRefused() {
        Lanczos lanczos = Lanczos.standard();
        assertThatThrownBy(() -> lanczos.withVectors(3)).hasMessageContaining("3 vectors, expected at least 8");
        assertThatThrownBy(() -> lanczos.withTolerance(0)).hasMessageContaining("tolerance is 0.0");
        assertThatThrownBy(() -> lanczos.withProducts(0)).hasMessageContaining("expected at least 1");
        assertThatThrownBy(() -> lanczos.density(new Chain(3), 0)).hasMessageContaining("0 probes");
        assertThatThrownBy(() -> lanczos.extremes(new Chain(0))).hasMessageContaining("0 rows");
        assertThatThrownBy(() -> lanczos.extremes(new Chain(3), new double[3])).hasMessageContaining("norm 0.0");
        assertThatThrownBy(() -> lanczos.extremes(symmetric(4, k -> Double.NaN)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("not finite");
    }

    @Test
    void randomStartsAreNotDeficient() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 100; trial++) {
            double top = random.nextDouble(1, 2);
            Extremes extremes = Lanczos.standard()
                    .withSeed(random.nextLong())
                    .extremes(symmetric(40, k -> k == 17 ? top : k * 0.01));
            assertThat(extremes.largest()).isCloseTo(top, within(1e-9));
        }
    }
}
