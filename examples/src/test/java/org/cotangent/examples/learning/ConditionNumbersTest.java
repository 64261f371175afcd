package org.cotangent.examples.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cotangent.examples.Guide;
import org.cotangent.examples.Printed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConditionNumbersTest {

    @TempDir
    Path folder;

    @Test
    void turnedAxesAreAtRightAngles() {
        double[] ones = new double[20];
        Arrays.fill(ones, 1);
        double[][] identity = Bowl.hessian(Bowl.turned(20), ones);
        for (int i = 0; i < 20; i++) {
            assertThat(identity[i]).containsExactly(Bowl.straight(20)[i], within(1e-13));
        }
    }

    @Test
    void printsAboutTheTablesOfTheGuide() throws IOException {
        List<String> printed = Printed.lines(folder, (out, gallery) -> new ConditionNumbers(out).run(gallery));
        assertAbout(printed.subList(0, 5));
        assertAbout(printed.subList(6, 11));
        String[] adam = printed.get(2).split(" +", -1);
        assertThat(Arrays.stream(adam).skip(1).distinct())
                .as("Adam along the axes")
                .hasSize(1);
        Printed.requirePicture(folder, "condition-numbers", ">Newton-CG<");
    }

    private static void assertAbout(List<String> printed) {
        List<String> shown = Guide.table("learning.md", printed.get(0));
        for (int i = 1; i < printed.size(); i++) {
            assertThat(Guide.title(printed.get(i), 7)).isEqualTo(Guide.title(shown.get(i), 7));
            for (int k = 0; k < 7; k++) {
                String found = Guide.word(printed.get(i), k);
                String expected = Guide.word(shown.get(i), k);
                if (expected.equals("-")) {
                    assertThat(found).isEqualTo(expected);
                } else {
                    assertThat(Guide.number(printed.get(i), k))
                            .as(printed.get(i))
                            .isCloseTo(Guide.number(shown.get(i), k), withPercentage(34));
                }
            }
        }
    }
}
