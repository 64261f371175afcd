package org.cotangent.examples.downhill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotangent.examples.pictures.Fonts;
import org.cotangent.examples.pictures.Gallery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandscapesTest {

    @TempDir
    Path folder;

    @Test
    void everyMethodArrivesAndIsDrawn() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        new Landscapes(out, new Gallery(out, folder)).run();
        String text = printed.toString(StandardCharsets.UTF_8);
        for (Walker walker : Walker.all()) {
            assertThat(text.lines())
                    .anyMatch(line ->
                            line.matches("rosenbrock +" + walker.title() + " +\\( *1\\.000000, +1\\.000000\\) .*"))
                    .anyMatch(
                            line -> line.matches("beale +" + walker.title() + " +\\( *3\\.000000, +0\\.500000\\) .*"));
        }
        assumeTrue(Fonts.available(), Fonts.MISSING);
        for (String name : new String[] {"paths", "convergence"}) {
            String svg = Files.readString(folder.resolve(name + ".svg"));
            assertThat(svg).contains(">Newton-CG<").doesNotContain("NaN", "Infinity");
            assertThat(svg.length()).isLessThan(150_000);
        }
    }
}
