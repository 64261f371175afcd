package org.cotangent.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cotangent.examples.Guide;
import org.cotangent.examples.Printed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpectrumGuideTest {

    @TempDir
    Path folder;

    /** That ends are right is what {@link NetworkSpectrumTest} says; here they are those of the page. */
    @Test
    void printsAboutTheTableOfTheGuide() throws IOException {
        List<String> printed = Printed.lines(folder, (out, gallery) -> new NetworkSpectrum(out).run(gallery));
        List<String> shown = Guide.table("curvature.md", printed.get(0));
        for (int i = 1; i <= 2; i++) {
            String line = printed.get(i);
            assertThat(Guide.number(line, 4)).isCloseTo(Guide.number(shown.get(i), 4), withPercentage(5));
            assertThat(Guide.number(line, 3)).isCloseTo(Guide.number(shown.get(i), 3), within(3e-4));
            assertThat(Guide.number(line, 2)).isCloseTo(Guide.number(shown.get(i), 2), withPercentage(10));
            assertThat(Guide.number(line, 1)).isCloseTo(Guide.number(shown.get(i), 1), withPercentage(10));
            assertThat(Guide.number(line, 0)).isBetween(6.0, 15.0);
        }
        Printed.requirePicture(folder, "network-spectrum", ">Learned<");
    }
}
