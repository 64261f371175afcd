package org.cotangent.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.Summation;
import org.cotangent.optim.model.DenseNetwork;
import org.junit.jupiter.api.Test;

class LearnNetworkTest {

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

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final LearnNetwork program = new LearnNetwork(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Test
    void lossAndGradientAtTheStartAreTheReference() {
        DenseNetwork network = program.network();
        double[] gradient = new double[network.dimension()];
        double loss = FiniteSums.mean(network, Summation.threads(2)).valueAndGradient(program.start(), gradient);
        assertThat(loss).isCloseTo(LOSS, offset(1e-12));
        assertThat(IntStream.of(ENTRIES).mapToDouble(i -> gradient[i]).toArray())
                .containsExactly(GRADIENT, offset(1e-14));
    }

    @Test
    void everyMethodLearnsToRead() {
        program.run();
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(6);
        for (String line : lines.subList(1, 6)) {
            String[] words = line.trim().split(" +");
            assertThat(Double.parseDouble(words[words.length - 2])).as(line).isLessThan(0.05);
            assertThat(Integer.parseInt(words[words.length - 1])).as(line).isGreaterThanOrEqualTo(455);
        }
    }
}
