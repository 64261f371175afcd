package org.cotangent.ad.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every kernel computes products, and the one is chosen that can run. */
class KernelsTest {

    @Test
    void plainKernelIsRight() {
        assertThat(KernelComparison.worst(Kernels.plain())).isLessThan(1);
    }

    @Test
    void withoutTheModuleThePlainKernelIsChosen() throws IOException, InterruptedException {
        assertThat(run()).isEqualTo("plain");
    }

    @Test
    void withTheModuleTheVectorKernelIsChosenAndRight() throws IOException, InterruptedException {
        assertThat(run("--add-modules", "jdk.incubator.vector")).startsWith("vector, ");
    }

    private static String run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), KernelComparison.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(() -> "exit after " + output).isZero();
        return output;
    }
}
