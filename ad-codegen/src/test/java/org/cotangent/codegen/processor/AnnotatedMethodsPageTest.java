package org.cotangent.codegen.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs of the pages on annotated methods, compiled by javac, which finds the processor by itself. */
class AnnotatedMethodsPageTest {

    private static final List<Path> PAGES = List.of(
            Path.of("../docs/annotated-methods.md"),
            Path.of("../docs/java-language.md"),
            Path.of("../docs/linear-algebra.md"));

    /** A program, and the next block of text on the page, its output. */
    private static final Pattern PROGRAM = Pattern.compile(
            "```java\\n((?:(?!```)[^\\n]*\\n)*?class (\\w+) (?:(?!```)[^\\n]*\\n)*)```\\n\\n```text\\n(.*?)```",
            Pattern.DOTALL);

    @TempDir
    Path folder;

    record Program(String name, String source, String output) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Program> programs() {
        return PAGES.stream().flatMap(page -> {
            try {
                String text = Files.readString(page).replace("\r\n", "\n");
                return PROGRAM.matcher(text)
                        .results()
                        .map(match -> new Program(match.group(2), match.group(1), match.group(3)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void thePagesHaveTheirPrograms() {
        assertThat(programs()).hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void printsWhatThePageSays(Program program) throws Exception {
        Path source = Files.writeString(folder.resolve(program.name() + ".java"), program.source());
        String path = System.getProperty("java.class.path");
        List<String> compiled = run(
                "javac",
                "-processorpath",
                path,
                "-cp",
                path,
                "-Xlint:all,-path,-classfile",
                "-Werror",
                "-d",
                folder.toString(),
                source.toString());
        assertThat(compiled).isEmpty();
        List<String> output =
                run("java", "-Duser.language=en", "-cp", folder + java.io.File.pathSeparator + path, program.name());
        assertThat(output).isEqualTo(program.output().lines().toList());
    }

    private static List<String> run(String tool, String... arguments) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", tool)
                                .toString()),
                        Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines().toList();
    }
}
