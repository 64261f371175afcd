package org.cotangent.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.curvature.Extremes;
import org.cotangent.optim.curvature.Lanczos;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;

/** The ends of the spectrum of a network with 535 variables, by products and by the whole Hessian. */
class NetworkSpectrumTest {

    private static final int UNITS = 7;
    private static final int VARIABLES = 64 * UNITS + UNITS + 10 * UNITS + 10;

    private final DigitImages images = DigitImages.all().first(200);
    private final TwiceDifferentiableFunction loss =
            RecognitionDerivatives.network(UNITS, 64, UNITS, 10, UNITS, 10, images.pixels(), images.digits());

    private static double[] start() {
        return new SplittableRandom(17).doubles(VARIABLES, -0.3, 0.3).toArray();
    }

    @Test
    void endsAreThoseOfTheHessianAtTheStart() {
        assertSameEnds(start());
    }

    @Test
    void endsAreThoseOfTheHessianAfterSomeSteps() {
        assertSameEnds(
                Minimizers.lbfgs(10).maxIterations(20).minimize(loss, start()).point());
    }

    private void assertSameEnds(double[] x) {
        double[] eigenvalues = eigenvalues(x);
        Extremes extremes = Lanczos.standard().withTolerance(1e-10).extremes(loss.hessianAt(x));
        double largest = eigenvalues[VARIABLES - 1];
        assertThat(eigenvalues[0]).isNegative();
        assertThat(extremes.largest()).isCloseTo(largest, within(1e-8 * largest));
        assertThat(extremes.smallest()).isCloseTo(eigenvalues[0], within(1e-8 * largest));
    }

    private double[] eigenvalues(double[] x) {
        double[] hessian = new double[VARIABLES * VARIABLES];
        loss.hessian(x, hessian);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(VARIABLES, false, true);
        assertThat(eigen.decompose(new DMatrixRMaj(VARIABLES, VARIABLES, true, hessian)))
                .isTrue();
        double[] values = new double[VARIABLES];
        Arrays.setAll(values, k -> eigen.getEigenvalue(k).getReal());
        Arrays.sort(values);
        return values;
    }
}
