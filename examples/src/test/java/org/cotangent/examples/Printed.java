package org.cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotangent.examples.pictures.Fonts;
import org.cotangent.examples.pictures.Gallery;

/** What a program prints and draws. */
public final class Printed {

    private Printed() {}

    /** A program that prints to a stream and leaves pictures in a gallery. */
    @FunctionalInterface
    public interface Program {
        void run(PrintStream out, Gallery gallery) throws IOException;
    }

    /** The lines that it prints; pictures go to a folder. */
    public static List<String> lines(Path folder, Program program) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        program.run(out, new Gallery(out, folder));
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** Requires words in a picture, and a size that may be kept beside a text; skips the rest of the test without fonts. */
    public static void requirePicture(Path folder, String name, String... words) throws IOException {
        assumeTrue(Fonts.available(), Fonts.MISSING);
        String svg = Files.readString(folder.resolve(name + ".svg"));
        assertThat(svg).contains(words).doesNotContain("NaN", "Infinity");
        assertThat(svg.length()).as("characters of " + name).isLessThan(150_000);
    }
}
