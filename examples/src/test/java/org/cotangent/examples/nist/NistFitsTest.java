package org.cotangent.examples.nist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.cotangent.examples.pictures.Fonts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NistFitsTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void needsFontsButNoScreen() {
        System.setProperty("java.awt.headless", "true");
        assumeTrue(Fonts.available(), Fonts.MISSING);
    }

    @Test
    void reportsDrawsAndSaysWhere() throws IOException {
        String text = run();
        assertThat(text).contains("Rat43: onion bulb dry weight against growing time");
        assertThat(text).contains("Thurber: electron mobility against log[density]");
        assertThat(text).contains("54 of 54 fits have at least 9 correct digits in every parameter.");
        assertThat(Arrays.stream(Problem.values()).map(Problem::title))
                .allSatisfy(title -> assertThat(text).containsPattern("(?m)^" + title + "\\*? +\\d+ +\\d+ "));
        for (String name : new String[] {"Rat43.png", "Rat43.svg", "Thurber.png", "Thurber.svg"}) {
            assertThat(text).contains("Picture: " + folder.resolve(name).toAbsolutePath());
        }
    }

    @Test
    void pngHasTheStatedSizeAndIsNotBlank() throws IOException {
        run("Thurber");
        var image = ImageIO.read(folder.resolve("Thurber.png").toFile());
        assertThat(image.getWidth()).isEqualTo(FitPicture.WIDTH);
        assertThat(image.getHeight()).isEqualTo(FitPicture.HEIGHT);
        assertThat(Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                        .distinct()
                        .count())
                .as("different colours, with those of smoothed edges")
                .isGreaterThan(20);
    }

    @Test
    void svgHoldsEveryObservationInBothParts() throws IOException {
        run("Thurber");
        String svg = Files.readString(folder.resolve("Thurber.svg"));
        assertThat(svg).contains("width=\"1000px\"", "height=\"800px\"");
        // 37 above, 37 below, one in the legend.
        assertThat(svg.split("<ellipse", -1)).hasSize(1 + 37 + 37 + 1);
    }

    @Test
    void severalPredictorsAreReportedButNotDrawn() throws IOException {
        assertThat(run("Nelson")).contains("log[y] = b1").contains("Nelson has several predictors");
        assertThat(folder).isEmptyDirectory();
        Fit fit = Fit.of(Problem.NELSON, Problem.NELSON.dataset(), 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FitPicture.of(fit))
                .withMessageContaining("Nelson has 2 predictors, expected 1");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatIOException()
                .isThrownBy(() ->
                        new NistFits(new PrintStream(new ByteArrayOutputStream())).run(Request.of(file, "BoxBOD")))
                .withMessageStartingWith("cannot write pictures to folder " + file)
                .withMessageEndingWith("choose another by --pictures FOLDER");
    }

    private String run(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new NistFits(new PrintStream(bytes, true, StandardCharsets.UTF_8)).run(Request.of(folder, names));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
