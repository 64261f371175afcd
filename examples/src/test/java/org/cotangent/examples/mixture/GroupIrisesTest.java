package org.cotangent.examples.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cotangent.ad.check.DerivativeCheck;
import org.cotangent.examples.pictures.Fonts;
import org.cotangent.examples.pictures.Gallery;
import org.cotangent.optim.run.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupIrisesTest {

    private static final Irises IRISES = Irises.all();
    private static final Mixture START = Mixture.start(IRISES.lengths(), GroupIrises.GROUPS);

    @TempDir
    Path folder;

    private static Mixture fitted(Result result) {
        return Mixture.of(result.point(), GroupIrises.GROUPS, Irises.NAMES.size());
    }

    /** Five hundred steps take it to rounding; means to 1e-6 follow from a gradient of 1e-8. */
    @Test
    void fitIsThatOfExpectationMaximization() {
        Result result = GroupIrises.fit(IRISES, START);
        assertThat(result.converged()).as(result.message()).isTrue();
        Mixture mixture = fitted(result);
        ExpectationMaximization steps = new ExpectationMaximization(IRISES.lengths(), START);
        for (int i = 0; i < 500; i++) {
            steps.step(GroupIrises.GAMMA, GroupIrises.M);
        }
        for (int k = 0; k < GroupIrises.GROUPS; k++) {
            assertThat(mixture.weight(k)).isCloseTo(steps.weight(k), within(1e-6));
            assertThat(mixture.means()[k]).containsExactly(steps.mean(k), within(1e-6));
            for (int row = 0; row < Irises.NAMES.size(); row++) {
                assertThat(mixture.covariance(k)[row]).containsExactly(steps.covariance(k)[row], within(1e-6));
            }
        }
    }

    @Test
    void groupsAreTheSpeciesButForFiveFlowers() {
        int[][] counts = GroupIrises.counts(IRISES, fitted(GroupIrises.fit(IRISES, START)));
        assertThat(counts).isDeepEqualTo(new int[][] {{50, 0, 0}, {0, 45, 0}, {0, 5, 50}});
    }

    @Test
    void derivativesAreThoseOfTheValues() {
        DerivativeCheck.of(GroupIrises.misfit(IRISES.lengths()))
                .at(START.point())
                .orThrow();
    }

    @Test
    void picturesAreDrawn() throws IOException {
        assumeTrue(Fonts.available(), Fonts.MISSING);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new GroupIrises(out).run(new Gallery(out, folder));
        assertThat(folder.resolve("iris-groups.png")).isNotEmptyFile();
        assertThat(folder.resolve("iris-groups.svg")).isNotEmptyFile();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("virginica", "iris-groups.png");
    }
}
