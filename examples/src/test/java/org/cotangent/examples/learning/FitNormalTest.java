package org.cotangent.examples.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cotangent.examples.Guide;
import org.cotangent.examples.Printed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitNormalTest {

    @TempDir
    Path folder;

    /** Euler's method: an error in proportion to the step. */
    @Test
    void naturalPathsBecomeTheExactOneAsStepsBecomeSmall() {
        for (double rate : new double[] {0.01, 0.001}) {
            List<Walk> walks = FitNormal.walks(true, rate, 2);
            for (Walk walk : walks) {
                assertThat(walk.distance(FitNormal.exact(walk.size(), rate)))
                        .as("%s at %s", walk.title(), rate)
                        .isBetween(0.1 * rate, 2 * rate);
            }
        }
    }

    @Test
    void plainPathsStayApart() {
        assertThat(Walk.apart(FitNormal.walks(false, 0.001, 4))).isGreaterThan(1);
    }

    @Test
    void printsTheTableOfTheGuideAndDrawsThePaths() throws IOException {
        List<String> printed = Printed.lines(folder, (out, gallery) -> new FitNormal(out).run(gallery));
        assertThat(printed).containsSequence(Guide.table("learning.md", printed.get(1)));
        Printed.requirePicture(folder, "natural-gradient", ">mean, log deviation<");
    }
}
