package org.cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs in the documentation run when pasted, and print what the page says they print. */
class DocumentedExamplesTest {

    /** Surefire runs tests in the folder of their module. */
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final List<String> PAGES =
            List.of("README.md", "docs/getting-started.md", "docs/verification.md", "docs/curvature.md");

    /** A program, and the next block of text on the page, its output. */
    private static final Pattern PROGRAM = Pattern.compile(
            "```java\\n((?:(?!```)[^\\n]*\\n)*?class (\\w+) (?:(?!```)[^\\n]*\\n)*)```(?:(?!```).)*```text\\n(.*?)```",
            Pattern.DOTALL);

    private static final Pattern DEPENDENCY = Pattern.compile(
            "<groupId>org\\.cotangent</groupId>\\s*<artifactId>([^<]*)</artifactId>\\s*<version>([^<]*)</version>");

    private static final Pattern VERSION = Pattern.compile("<version>([^<]*)</version>");

    @TempDir
    Path folder;

    record Program(String page, String name, String source, String output) {
        @Override
        public String toString() {
            return name + " in " + page;
        }
    }

    static Stream<Program> programs() {
        return PAGES.stream()
                .flatMap(page -> PROGRAM.matcher(text(page))
                        .results()
                        .filter(match -> match.group(1).contains("void main("))
                        .map(match -> new Program(page, match.group(2), match.group(1), match.group(3))));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void printsWhatThePageSays(Program program) throws Exception {
        Path source = Files.writeString(folder.resolve(program.name() + ".java"), program.source());
        Process java = process(source).start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output.lines().toList()).isEqualTo(program.output().lines().toList());
        assertThat(java.waitFor()).isZero();
    }

    /** English, in UTF-8, and nothing about options of the surroundings: the same on every machine. */
    private static ProcessBuilder process(Path source) {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString())
                .redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
        return builder;
    }

    @Test
    void everyPageHasAProgram() {
        assertThat(programs().map(Program::page)).containsAll(PAGES);
    }

    @Test
    void theFirstProgramIsShort() {
        assertThat(programs().findFirst().orElseThrow().source().lines()).hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void coordinatesAreThoseOfTheBuild() {
        String version = VERSION.matcher(text("pom.xml"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        List<MatchResult> shown = new ArrayList<>();
        PAGES.forEach(page -> DEPENDENCY.matcher(text(page)).results().forEach(shown::add));
        assertThat(shown).isNotEmpty().allSatisfy(match -> {
            assertThat(ROOT.resolve(match.group(1)).resolve("pom.xml")).exists();
            assertThat(match.group(2)).isEqualTo(version);
        });
    }

    private static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file)).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
