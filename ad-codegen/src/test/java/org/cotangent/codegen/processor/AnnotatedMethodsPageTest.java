package org.cotangent.codegen.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotangent.codegen.JdkTool;
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
        String messages = JdkTool.output(JdkTool.javac(List.of(
                "-processorpath",
                path,
                "-cp",
                path,
                "-Xlint:all,-path,-classfile",
                "-Werror",
                "-d",
                folder.toString(),
                source.toString())));
        assertThat(messages).isEmpty();
        String output =
                JdkTool.output(JdkTool.java(List.of("-cp", folder + File.pathSeparator + path, program.name())));
        assertThat(output.lines())
                .containsExactlyElementsOf(program.output().lines().toList());
    }
}
