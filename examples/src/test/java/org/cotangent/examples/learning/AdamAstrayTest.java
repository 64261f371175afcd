package org.cotangent.examples.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.Summation;
import org.cotangent.examples.Guide;
import org.cotangent.examples.Printed;
import org.cotangent.examples.learning.AdamAstray.Trap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdamAstrayTest {

    @TempDir
    Path folder;

    @Test
    void everyTrapGoesUpInTheMean() {
        assertThat(AdamAstray.TRAPS)
                .allSatisfy(trap -> assertThat(FiniteSums.mean(trap.sum(), Summation.sequential())
                                .value(new double[] {1}))
                        .isPositive());
    }

    @Test
    void pointsStayBetweenTheWalls() {
        Trap trap = AdamAstray.TRAPS.get(0);
        assertThat(Arrays.stream(AdamAstray.way(trap, false, true)).allMatch(x -> x >= -1 && x <= 1))
                .isTrue();
    }

    @Test
    void printsTheTableOfTheGuideWhereAdamIsWrongAndAmsGradRight() throws IOException {
        List<String> printed = Printed.lines(folder, (out, gallery) -> new AdamAstray(out).run(gallery));
        assertThat(printed).containsSequence(Guide.table("learning.md", printed.get(0)));
        for (String line : printed.subList(2, 4)) {
            assertThat(Guide.number(line, 3)).as("Adam in turn").isGreaterThan(0.99);
            assertThat(Guide.number(line, 2)).as("AMSGrad in turn").isLessThan(-0.98);
            assertThat(Guide.number(line, 1)).as("Adam at random").isGreaterThan(0.8);
            assertThat(Guide.number(line, 0)).as("AMSGrad at random").isLessThan(-0.8);
        }
        Printed.requirePicture(folder, "adam-astray", ">AMSGrad, in turn<");
    }
}
