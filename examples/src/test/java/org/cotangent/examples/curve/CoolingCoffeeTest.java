package org.cotangent.examples.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.cotangent.optim.leastsquares.CurveFitResult;
import org.junit.jupiter.api.Test;

class CoolingCoffeeTest {

    @Test
    void bothModelsGiveTheSameFit() {
        CurveFitResult<double[]> plain = CoolingCoffee.fit(CoolingCoffee.plain());
        CurveFitResult<double[]> graph = CoolingCoffee.fit(CoolingCoffee.graph());
        assertThat(plain.converged()).as(plain.toString()).isTrue();
        assertThat(graph.converged()).as(graph.toString()).isTrue();
        assertThat(plain.parameters()).containsExactly(graph.parameters(), within(1e-12));
        assertThat(plain.standardDeviations()).containsExactly(graph.standardDeviations(), within(1e-12));
        // The data were made up around these.
        assertThat(plain.parameters()).containsExactly(new double[] {20, 62, 0.05}, within(1.0));
    }

    @Test
    void theExamplePrintsWhatTheManualShows() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CoolingCoffee.print(
                CoolingCoffee.fit(CoolingCoffee.plain()), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("Converged: relative model step ")
                .contains("rate ")
                .contains("after 120 minutes ");
    }
}
