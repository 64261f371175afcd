package org.cotangent.examples.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdbenchMixtureTest {

    @TempDir
    Path folder;

    @Test
    void readsTheFormatOfAdbench() throws IOException {
        Path file = Files.writeString(folder.resolve("gmm.txt"), """
                2 1 3
                -0.5
                0.25 0.75
                1 2 3
                0.1 0.2
                0.3 0.4
                0.5 0.6
                1.5 4
                """);
        AdbenchMixture problem = AdbenchMixture.read(file);
        assertThat(problem.point()).containsExactly(-0.5, 0.25, 0.75, 1, 2, 3);
        assertThat(problem.points()).isDeepEqualTo(new double[][] {{0.1, 0.2}, {0.3, 0.4}, {0.5, 0.6}});
        assertThat(problem.gamma()).isEqualTo(1.5);
        assertThat(problem.m()).isEqualTo(4);
    }
}
