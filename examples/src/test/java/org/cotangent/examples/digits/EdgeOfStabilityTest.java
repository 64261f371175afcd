package org.cotangent.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cotangent.examples.Guide;
import org.cotangent.examples.Printed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeOfStabilityTest {

    @TempDir
    Path folder;

    /** Runs at the edge are chaotic: last bits of tanh decide where they are at the end, not what the median is. */
    @Test
    void sharpnessRisesToTwoOverTheStepAsTheGuideShows() throws IOException {
        List<String> printed = Printed.lines(folder, (out, gallery) -> new EdgeOfStability(out).run(gallery));
        List<String> shown = Guide.table("curvature.md", printed.get(0));
        assertThat(shown).hasSize(1 + EdgeOfStability.STEPS.size());
        for (int i = 1; i < shown.size(); i++) {
            String line = printed.get(i);
            double limit = Guide.number(line, 3);
            assertThat(Guide.number(line, 2)).as("at first").isLessThan(1.2 * limit);
            assertThat(Guide.number(line, 1)).as("settled").isBetween(0.97 * limit, 1.08 * limit);
            assertThat(Guide.number(line, 2)).isCloseTo(Guide.number(shown.get(i), 2), withPercentage(1));
            assertThat(Guide.number(line, 1)).isCloseTo(Guide.number(shown.get(i), 1), withPercentage(3));
            assertThat(Guide.number(line, 0)).isCloseTo(Guide.number(shown.get(i), 0), withPercentage(25));
        }
        assertThat(Guide.number(printed.get(1), 2))
                .as("far below the limit at first")
                .isLessThan(5);
        Printed.requirePicture(folder, "edge-of-stability", ">step 0.2, 2 / step = 10<");
    }
}
