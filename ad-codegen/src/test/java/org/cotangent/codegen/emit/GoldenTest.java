package org.cotangent.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cotangent.ad.ir.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What generated code looks like. Run with -Dgolden.update=true to accept it, and read the difference. */
class GoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private static Map<String, Program> cases() {
        Map<String, Program> cases = new TreeMap<>();
        cases.put("Rosenbrock", Samples.rosenbrock());
        cases.put("LabelledJumps", Samples.labelledJumps());
        cases.put("Recursion", Samples.recursion());
        cases.put("Determinant", Samples.determinant());
        cases.put("SavesInLoops", Samples.savesInLoops());
        cases.put("MixedTypes", Samples.mixedTypes());
        return cases;
    }

    static Stream<String> names() {
        return cases().keySet().stream();
    }

    static GeneratedClass generated(String name) {
        Program program = cases().get(name);
        return GeneratedClass.named("golden", name)
                .describe("The sample " + name + ".")
                .add(program, "The procedure " + program.entry().name() + ".");
    }

    @ParameterizedTest
    @MethodSource("names")
    void looksLikeTheGoldenFile(String name) throws IOException {
        Path file = FOLDER.resolve(name + ".java");
        String source = generated(name).source();
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, source);
        }
        assertThat(source).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("names")
    void sameProgramGivesSameBytes(String name) {
        assertThat(generated(name).source()).isEqualTo(generated(name).source());
    }

    @ParameterizedTest
    @MethodSource("names")
    void compilesWithoutWarnings(String name) {
        assertThat(Compiled.of(generated(name)).classFiles()).containsOnlyKeys("golden." + name);
    }
}
