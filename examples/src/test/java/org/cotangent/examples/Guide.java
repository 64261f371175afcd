package org.cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Tables that pages of the documentation show, so that tests can compare them with what programs print. */
public final class Guide {

    /** Surefire runs tests in the folder of their module. */
    private static final Path FOLDER = Path.of("").toAbsolutePath().resolveSibling("docs");

    private Guide() {}

    /**
     * The lines of a block of text on a page, without its first ones.
     *
     * @param first how the first of these lines begins
     */
    public static List<String> table(String page, String first) {
        try {
            List<String> lines = Files.readAllLines(FOLDER.resolve(page)).stream()
                    .dropWhile(line -> !line.startsWith(first))
                    .takeWhile(line -> !line.startsWith("```"))
                    .toList();
            assertThat(lines).as("lines of %s from '%s' on", page, first).isNotEmpty();
            return lines;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The number in a column, counted from the right, where 0 is the last one. */
    public static double number(String line, int fromRight) {
        return Double.parseDouble(word(line, fromRight).replace(",", ""));
    }

    /** What is in a column, counted from the right. */
    public static String word(String line, int fromRight) {
        String[] words = line.trim().split(" +", -1);
        return words[words.length - 1 - fromRight];
    }

    /** The words before the numbers. */
    public static String title(String line, int numbers) {
        String[] words = line.trim().split(" +", -1);
        return String.join(" ", Arrays.copyOf(words, words.length - numbers));
    }
}
