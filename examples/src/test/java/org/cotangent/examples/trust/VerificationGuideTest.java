package org.cotangent.examples.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipes of docs/verification.md are the test classes of this package, to the letter. */
class VerificationGuideTest {

    private static final Path GUIDE = Path.of("../docs/verification.md");
    private static final Path TESTS = Path.of("src/test/java/org/cotangent/examples/trust");
    private static final Pattern CODE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"SpringsTest", "SpringsPropertiesTest"})
    void recipeIsATestThatRuns(String name) throws IOException {
        String source = text(TESTS.resolve(name + ".java")).replaceFirst("package .*;\\n\\n", "");
        Stream<String> recipes = CODE.matcher(text(GUIDE))
                .results()
                .map(match -> match.group(1))
                .filter(code -> code.contains("class " + name + " "));
        assertThat(recipes).containsExactly(source);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file).replace("\r\n", "\n");
    }
}
