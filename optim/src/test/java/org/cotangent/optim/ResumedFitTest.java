package org.cotangent.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.leastsquares.LeastSquaresMethod;
import org.cotangent.optim.leastsquares.LeastSquaresResult;
import org.cotangent.optim.leastsquares.Loss;
import org.cotangent.optim.leastsquares.Weighting;
import org.cotangent.optim.run.Run;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits saved after any step go on as if they had never stopped, and do not depend on units. */
class ResumedFitTest {

    static Stream<Arguments> fits() {
        return Stream.of("mgh_brown_dennis", "mgh_penalty2_10", "nist_MGH17", "nist_ENSO", "mgh_powell_badly_scaled")
                .flatMap(name -> Stream.of(
                        Arguments.of(name, Minimizers.levenbergMarquardt()),
                        Arguments.of(name, Minimizers.levenbergMarquardt().loss(Loss.softL1(2))),
                        Arguments.of(name, Minimizers.leastSquaresDogleg())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fits")
    void aFitSavedAfterEveryStepEndsWithTheSameBits(String name, LeastSquaresMethod method) throws IOException {
        Tape tape = Tape.read(name);
        VectorFunction residuals = new TapeResiduals(tape);
        LeastSquaresMethod limited = method.maxIterations(60);
        LeastSquaresResult whole = limited.minimize(residuals, tape.start(1));
        Run<LeastSquaresResult> run = limited.start(residuals, tape.start(1));
        while (!run.done()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            run.save(bytes);
            run = limited.resume(residuals, new ByteArrayInputStream(bytes.toByteArray()));
            run.step();
        }
        LeastSquaresResult pieces = run.result();
        assertThat(pieces.point()).isEqualTo(whole.point());
        assertThat(pieces.result().counts()).isEqualTo(whole.result().counts());
        assertThat(pieces.summary()).isEqualTo(whole.summary());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p-20, 0x1p20})
    void theUnitOfTheResidualsDoesNotMatter(double unit) {
        for (String name : new String[] {"mgh_brown_dennis", "mgh_kowalik_osborne", "mgh_freudenstein_roth"}) {
            Tape tape = Tape.read(name);
            TapeResiduals residuals = new TapeResiduals(tape);
            double[] sigma = new double[tape.outputs()];
            Arrays.fill(sigma, unit);
            LeastSquaresResult plain = Minimizers.levenbergMarquardt().minimize(residuals, tape.start(1));
            LeastSquaresResult scaled = Minimizers.levenbergMarquardt()
                    .weighting(Weighting.standardDeviations(sigma))
                    .minimize(residuals, tape.start(1));
            // A power of two changes no rounding: the same steps, to the bit.
            assertThat(scaled.point()).as(name).isEqualTo(plain.point());
            assertThat(scaled.status()).isEqualTo(plain.status());
            assertThat(scaled.value() * unit * unit).isCloseTo(plain.value(), within(1e-15 * plain.value()));
        }
    }
}
