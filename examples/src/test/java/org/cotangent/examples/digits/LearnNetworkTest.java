package org.cotangent.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.cotangent.ad.function.FiniteSum;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.Summation;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.examples.Guide;
import org.cotangent.examples.Printed;
import org.cotangent.optim.model.DenseNetwork;
import org.cotangent.optim.run.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnNetworkTest {

    private static final Percentage TWO_FIFTHS = withPercentage(40);

    /** Loss and entries of the gradient by independent programs: mlp_digits.json, by back-propagation. */
    private static final double LOSS = 2.330157086976951;

    private static final int[] ENTRIES = {18, 1000, 2047, 2050, 2080, 2399, 2400, 2409};
    private static final double[] GRADIENT = {
        0.0009533395475530811,
        -9.810979312172542e-05,
        -0.0007597765805995658,
        0.010702732356504239,
        -0.008709782015839707,
        -0.022662313043881704,
        -0.001555616515239841,
        0.012711805917300277
    };

    /** The Hessian times vₖ = sin(k / 2), by central differences of back-propagated gradients and in closed form. */
    private static final double[] PRODUCT = {
        -0.04455619138675805,
        0.0002806337477135007,
        -0.007285864773643745,
        0.018107611027010074,
        0.02103107408579576,
        -0.0015896119894236941,
        -0.05894122847761126,
        -0.20321854630794672
    };

    private static final double NORM = 2.6572768377173865;
    private static final double CURVATURE = -3.285909741210313;

    @TempDir
    Path folder;

    @Test
    void lossAndGradientAtTheStartAreTheReference() {
        ReadingTask task = new ReadingTask();
        DenseNetwork network = task.network();
        double[] gradient = new double[network.dimension()];
        double loss =
                FiniteSums.mean((FiniteSum) network, Summation.threads(2)).valueAndGradient(task.start(), gradient);
        assertThat(loss).isCloseTo(LOSS, offset(1e-12));
        assertThat(IntStream.of(ENTRIES).mapToDouble(i -> gradient[i]).toArray())
                .containsExactly(GRADIENT, offset(1e-14));
    }

    /** Entries of the references are of order 1 at most, and rounded once. */
    @Test
    void productsWithTheHessianAtTheStartAreTheReference() {
        ReadingTask task = new ReadingTask();
        DenseNetwork network = task.network();
        double[] v = new double[network.dimension()];
        Arrays.setAll(v, k -> Math.sin(0.5 * k));
        double[] product = new double[v.length];
        TwiceDifferentiableFunction mean = FiniteSums.mean(network, Summation.threads(2));
        mean.hessianVectorProduct(task.start(), v, product);
        double[] again = new double[v.length];
        mean.hessianAt(task.start()).apply(v, again);
        assertThat(again).containsExactly(product);
        assertThat(IntStream.of(ENTRIES).mapToDouble(i -> product[i]).toArray())
                .containsExactly(PRODUCT, offset(1e-12));
        assertThat(Vectors.norm(product)).isCloseTo(NORM, offset(1e-12));
        assertThat(Vectors.dot(v, product)).isCloseTo(CURVATURE, offset(1e-11));
    }

    /** Bits of tanh differ from JDK to JDK, and with them the last updates. */
    @Test
    void everyMethodLearnsToReadForAboutWhatTheGuideSays() throws IOException {
        List<String> printed = Printed.lines(folder, (out, gallery) -> new LearnNetwork(out).run(gallery));
        List<String> shown = Guide.table("learning.md", printed.get(0));
        assertThat(shown).hasSize(7);
        for (int i = 1; i < shown.size(); i++) {
            String line = printed.get(i);
            assertThat(Guide.title(line, 5)).isEqualTo(Guide.title(shown.get(i), 5));
            assertThat(Guide.number(line, 4))
                    .as("updates: " + line)
                    .isCloseTo(Guide.number(shown.get(i), 4), TWO_FIFTHS);
            assertThat(Guide.number(line, 3))
                    .as("passes: " + line)
                    .isCloseTo(Guide.number(shown.get(i), 3), TWO_FIFTHS);
            assertThat(Guide.number(line, 1)).as("loss: " + line).isLessThan(i == 1 ? 2e-3 : 1e-4 + 5e-6);
            assertThat(Guide.number(line, 0)).as("of 500: " + line).isBetween(455.0, 475.0);
        }
        Printed.requirePicture(folder, "learning", ">K-FAC<");
    }
}
