package org.cotangent.examples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Data and answers that are not part of this project, as they are somebody else's or large: in the folder that
 * {@code -Dcotangent.data} names, or in {@code shared/data} beside the project. Tests that need a file which is
 * not there are skipped, and say so.
 */
public final class ReferenceData {

    private static final String PROPERTY = "cotangent.data";

    private ReferenceData() {}

    /** A file; the test that asks for it is skipped if there is none. */
    public static Path file(String name) {
        Path file = folder().resolve(name);
        assumeTrue(
                Files.exists(file),
                () -> "skipped: there is no " + file + "; name a folder that has " + name + " by -D" + PROPERTY);
        return file;
    }

    /** All numbers of a text file, one a line. */
    public static double[] numbers(String name) throws IOException {
        return Files.readAllLines(file(name)).stream()
                .filter(line -> !line.isBlank())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** Surefire runs tests in the folder of their module. */
    private static Path folder() {
        Path project = Path.of("").toAbsolutePath().getParent();
        return Path.of(System.getProperty(
                PROPERTY, project.resolveSibling("shared").resolve("data").toString()));
    }
}
