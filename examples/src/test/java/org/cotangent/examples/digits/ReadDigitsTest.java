package org.cotangent.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cotangent.examples.Guide;
import org.cotangent.examples.Printed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadDigitsTest {

    private static final int STARTS = 6;

    @TempDir
    Path folder;

    @Test
    void withPenaltyEveryStartReadsAsManyAsTheGuideSays() throws IOException {
        List<String> printed = Printed.lines(folder, (out, gallery) -> new ReadDigits(out).run(gallery));
        List<String> shown = Guide.table("learning.md", printed.get(0));
        assertThat(shown.get(1)).isEqualTo(printed.get(1));
        double free = 0;
        double penalized = 0;
        for (String line : printed.subList(2, 2 + STARTS)) {
            assertThat(Guide.number(line, 1)).as("L-BFGS: " + line).isBetween(464.0, 472.0);
            assertThat(Guide.number(line, 0)).as("K-FAC: " + line).isBetween(464.0, 472.0);
            free += Guide.number(line, 2) / STARTS;
            penalized += Guide.number(line, 1) / STARTS;
        }
        assertThat(penalized).isGreaterThan(free + 4);
        Printed.requirePicture(folder, "digits-misread", ">said 9<", ">meant 1<");
    }
}
