package org.cotangent.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.examples.Deviation;
import org.cotangent.examples.pictures.Fonts;
import org.cotangent.examples.pictures.Gallery;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain methods against answers of NumPy code written by hand, and against the same models as expressions. */
class RecognitionTest {

    @TempDir
    Path folder;

    private static TwiceDifferentiableFunction network(DigitImages images) {
        return RecognitionDerivatives.network(32, 64, 32, 10, 32, 10, images.pixels(), images.digits());
    }

    @Test
    void regressionIsMinimisedToTheKnownMinimum() {
        TwiceDifferentiableFunction misfit = LearnDigits.misfit(DigitImages.all());
        assertThat(misfit.value(new double[650])).isCloseTo(Math.log(10), within(1e-12));
        Result result =
                Minimizers.lbfgs(10).tolerance(1e-7).maxEvaluations(2000).minimize(misfit, new double[650]);
        assertThat(result.value()).isCloseTo(0.26186454721717, within(0.26186454721717e-10));
    }

    @Test
    void networkHasTheKnownDerivatives() {
        TwiceDifferentiableFunction loss = network(DigitImages.all().first(1297));
        double[] w = KnownNetwork.point();
        double[] gradient = new double[w.length];
        assertThat(loss.valueAndGradient(w, gradient)).isCloseTo(KnownNetwork.LOSS, within(2e-14));
        assertThat(KnownNetwork.at(gradient)).containsExactly(KnownNetwork.GRADIENT, within(1e-15));
        assertThat(KnownNetwork.norm(gradient)).isCloseTo(KnownNetwork.GRADIENT_NORM, KnownNetwork.ROUNDING);
        double[] product = new double[w.length];
        loss.hessianVectorProduct(w, KnownNetwork.direction(), product);
        assertThat(KnownNetwork.at(product)).containsExactly(KnownNetwork.PRODUCT, KnownNetwork.ROUNDING);
        assertThat(KnownNetwork.norm(product)).isCloseTo(KnownNetwork.PRODUCT_NORM, within(2e-12));
    }

    /** Two programs that share nothing but the table of operations: sums in another order. */
    @Test
    void methodsHaveTheDerivativesOfTheExpressions() {
        DigitImages images = DigitImages.all().first(100);
        agree(network(images), DigitDerivatives.network(images.flat(), images.digits()));
        agree(LearnDigits.misfit(images), DigitDerivatives.regression(images.flat(), images.digits()));
    }

    private static void agree(TwiceDifferentiableFunction method, TwiceDifferentiableFunction expression) {
        double[] w = Arrays.copyOf(KnownNetwork.point(), method.dimension());
        double[] direction = Arrays.copyOf(KnownNetwork.direction(), method.dimension());
        double[] found = new double[w.length];
        double[] expected = new double[w.length];
        assertThat(method.valueAndGradient(w, found))
                .isCloseTo(expression.valueAndGradient(w, expected), within(1e-13));
        assertThat(Deviation.of(found, expected)).isLessThan(1e-10);
        method.hessianVectorProduct(w, direction, found);
        expression.hessianVectorProduct(w, direction, expected);
        assertThat(Deviation.of(found, expected)).isLessThan(1e-10);
    }

    @Test
    void otherDigitsAreRecognisedAsOftenAsKnown() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new LearnDigits(out).run(new Gallery(out, folder));
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("458 of  500", "0.235733053");
        assumeTrue(Fonts.available(), Fonts.MISSING);
        assertThat(folder.resolve("digits-weights.png")).isNotEmptyFile();
        assertThat(folder.resolve("digits-weights.svg")).isNotEmptyFile();
    }
}
