package org.cotangent.optim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.Minimizers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flight recordings show what the optimizer did. */
class IterationEventTest {

    private static final String NAME = "org.cotangent.optim.Iteration";

    /** x² + y⁴. */
    private static final class Bowl implements DifferentiableFunction {

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double value(double[] x) {
            return x[0] * x[0] + Math.pow(x[1], 4);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            gradient[0] = 2 * x[0];
            gradient[1] = 4 * Math.pow(x[1], 3);
            return value(x);
        }
    }

    @Test
    void aRecordingHoldsEveryStep(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("flight.jfr");
        Result result;
        try (Recording recording = new Recording()) {
            recording.enable(NAME).withoutThreshold();
            recording.start();
            result = Minimizers.lbfgs(3).problem("bowl").minimize(new Bowl(), 3, 2);
            recording.stop();
            recording.dump(file);
        }
        Minimizers.lbfgs(3).problem("not recorded").minimize(new Bowl(), 3, 2);
        List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(NAME))
                .filter(event -> event.getString("problem").equals("bowl"))
                .toList();
        assertThat(events).hasSize((int) result.iterations() + 1);
        RecordedEvent last = events.get(events.size() - 1);
        assertThat(last.getLong("iteration")).isEqualTo(result.iterations());
        assertThat(last.getDouble("value")).isEqualTo(result.value());
        assertThat(last.getDouble("gradientNorm")).isEqualTo(result.gradientNorm());
        assertThat(last.getLong("evaluations")).isEqualTo(result.evaluations());
        assertThat(last.getString("method")).startsWith("Lbfgs[memory=3]");
        assertThat(events.get(0).getDouble("stepNorm")).isNaN();
    }
}
