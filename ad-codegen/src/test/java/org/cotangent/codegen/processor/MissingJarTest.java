package org.cotangent.codegen.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cotangent.codegen.JdkTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A javac of its own, as the class path of this one would show the processor every library. */
class MissingJarTest {

    private static final String SOURCE = "class Model { @org.cotangent.ad.annotation.Differentiable"
            + " static double f(double x) { return x * x; } }";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"ejml, org/ejml/", "javapoet, com/palantir/javapoet/"})
    void aLibraryThatIsNotOnThePathOfProcessorsIsNamed(String library, String missing)
            throws IOException, InterruptedException {
        assertThat(compiled(library))
                .contains("error: ")
                .contains("cannot load a class that it needs: java.lang.NoClassDefFoundError: " + missing)
                .contains("add to -processorpath")
                .doesNotContain("uncaught exception")
                .doesNotContain("fault of Cotangent");
    }

    @Test
    void methodsWithoutSpecialFunctionsNeedNoCommonsNumbers() throws IOException, InterruptedException {
        assertThat(compiled("commons-numbers")).isEmpty();
        assertThat(folder.resolve("ModelDerivatives.class")).exists();
    }

    /** What javac says without a library on the path of processors. */
    private String compiled(String library) throws IOException, InterruptedException {
        String whole = System.getProperty("java.class.path");
        String part = Arrays.stream(whole.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().contains(library))
                .collect(Collectors.joining(File.pathSeparator));
        Path source = Files.writeString(folder.resolve("Model.java"), SOURCE);
        return JdkTool.output(JdkTool.javac(List.of(
                "-cp",
                whole,
                "-processorpath",
                part,
                "-processor",
                DifferentiableProcessor.class.getName(),
                "-d",
                folder.toString(),
                source.toString())));
    }
}
