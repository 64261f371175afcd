package org.cotangent.examples.downhill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cotangent.examples.downhill.Trace.Stop;
import org.cotangent.examples.first.Rosenbrock;
import org.cotangent.examples.pictures.Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DownhillTest {

    private static final List<Descent> DESCENTS = Downhill.descents(Rosenbrock.function());

    /** Surefire runs tests in the folder of their module. */
    private static final Path GUIDE =
            Path.of("").toAbsolutePath().resolveSibling("docs").resolve("optimizers.md");

    @TempDir
    Path folder;

    private static Descent descent(Method method) {
        return DESCENTS.get(method.ordinal());
    }

    @ParameterizedTest
    @EnumSource
    void everyMethodConverges(Method method) {
        var result = descent(method).result();
        assertThat(result.converged()).as(result.message()).isTrue();
        assertThat(result.gradientNorm()).isLessThanOrEqualTo(1e-8);
    }

    @Test
    void lbfgsNeedsAtMost45EvaluationsAndNoProducts() {
        assertThat(descent(Method.LBFGS).result().evaluations()).isLessThanOrEqualTo(45);
        assertThat(descent(Method.LBFGS).result().counts().products()).isZero();
    }

    @Test
    void newtonCgNeedsAtMost40Iterations() {
        assertThat(descent(Method.NEWTON_CG).result().iterations()).isLessThanOrEqualTo(40);
    }

    @Test
    void steepestDescentNeedsMoreThan1000Iterations() {
        assertThat(descent(Method.STEEPEST_DESCENT).result().iterations()).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @EnumSource
    void pathsLeadFromTheStartToTheMinimum(Method method) {
        List<Stop> stops = descent(method).stops();
        Stop start = stops.get(0);
        assertThat(new double[] {start.x(), start.y()}).containsExactly(-1.2, 1);
        Stop end = stops.get(stops.size() - 1);
        // The gradient norm, at most 1e-8, over the smallest eigenvalue of the Hessian there, 0.3994.
        assertThat(Math.hypot(end.x() - 1, end.y() - 1)).isLessThanOrEqualTo(2.6e-8);
    }

    @ParameterizedTest
    @EnumSource
    void everyAcceptedPointIsRecordedWithWhatWasSpent(Method method) {
        Descent descent = descent(method);
        List<Stop> stops = descent.stops();
        assertThat(stops).hasSize(Math.toIntExact(descent.result().iterations() + 1));
        assertThat(stops.get(0).evaluations()).isOne();
        assertThat(stops).extracting(Stop::evaluations).isSorted().doesNotHaveDuplicates();
        assertThat(stops.get(stops.size() - 1).evaluations())
                .isEqualTo(descent.result().evaluations());
    }

    @ParameterizedTest
    @EnumSource
    void recordedGradientNormsAreThoseOfThePoints(Method method) {
        // Rounding in y - x², times 400.
        assertThat(descent(method).stops())
                .allSatisfy(stop -> assertThat(stop.gradientNorm())
                        .isCloseTo(Valley.gradientNorm(stop.x(), stop.y()), within(1e-12)));
    }

    @ParameterizedTest
    @EnumSource
    void everyStepLeadsDown(Method method) {
        List<Stop> stops = descent(method).stops();
        for (int i = 1; i < stops.size(); i++) {
            double before = Valley.value(stops.get(i - 1).x(), stops.get(i - 1).y());
            assertThat(Valley.value(stops.get(i).x(), stops.get(i).y())).isLessThanOrEqualTo(before);
        }
    }

    @Test
    void steepestDescentTurnsByAboutARightAngle() {
        List<Stop> stops = descent(Method.STEEPEST_DESCENT).stops();
        long turns = 0;
        for (int i = 2; i < stops.size(); i++) {
            Stop a = stops.get(i - 2);
            Stop b = stops.get(i - 1);
            Stop c = stops.get(i);
            double angle = Math.atan2(c.y() - b.y(), c.x() - b.x()) - Math.atan2(b.y() - a.y(), b.x() - a.x());
            turns += Math.abs(Math.sin(angle)) > Math.sqrt(0.5) ? 1 : 0;
        }
        assertThat(turns).as("turns by 45 to 135 degrees").isGreaterThan(stops.size() / 2);
    }

    @Test
    void printsTheTableAndWritesThePictures() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new Downhill(new PrintStream(printed, true, StandardCharsets.UTF_8), folder).run();
        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(text.lines())
                .anyMatch(line -> line.matches("steepest descent +\\d+,\\d{3} +\\d+,\\d{3} +0 +\\d\\.\\de-09"))
                .anyMatch(line -> line.matches("L-BFGS +\\d+ +\\d+ +0 +\\d\\.\\de-\\d+"))
                .anyMatch(line -> line.matches("Newton-CG +\\d+ +\\d+ +\\d+ +\\d\\.\\de-\\d+"));
        assertThat(text).contains("zigzags", "2,508");
        assumeTrue(Fonts.available(), Fonts.MISSING);
        for (String name : new String[] {"downhill", "downhill-gradient"}) {
            assertThat(Files.readString(folder.resolve(name + ".svg"))).doesNotContain("NaN", "Infinity");
            assertThat(text)
                    .contains("Picture: " + folder.resolve(name + ".png").toAbsolutePath());
        }
        BufferedImage map = ImageIO.read(folder.resolve("downhill.png").toFile());
        assertThat(map.getWidth()).isEqualTo(Maps.WIDTH + Maps.CLOSE_UP_WIDTH);
        assertThat(map.getHeight()).isEqualTo(Maps.HEIGHT);
    }

    @Test
    void printsTheTableThatTheGuideShows() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new Downhill(new PrintStream(printed, true, StandardCharsets.UTF_8), folder).run();
        List<String> shown = Files.readAllLines(GUIDE).stream()
                .dropWhile(line -> !line.startsWith("method   "))
                .takeWhile(line -> !line.startsWith("```"))
                .toList();
        assertThat(shown).hasSize(1 + Method.values().length);
        assertThat(printed.toString(StandardCharsets.UTF_8).lines().toList()).containsSequence(shown);
    }

    @Test
    void bothMapsShowEveryPathInItsColour() throws Exception {
        assumeTrue(Fonts.available(), Fonts.MISSING);
        new Downhill(new PrintStream(new ByteArrayOutputStream()), folder).run();
        BufferedImage map = ImageIO.read(folder.resolve("downhill.png").toFile());
        BufferedImage whole = map.getSubimage(0, 0, Maps.WIDTH, Maps.HEIGHT);
        BufferedImage closeUp = map.getSubimage(Maps.WIDTH, 0, Maps.CLOSE_UP_WIDTH, Maps.HEIGHT);
        Stream.of(whole, closeUp).forEach(part -> {
            for (Method method : Method.values()) {
                assertThat(pixels(part, method.color().getRGB()))
                        .as(method.title())
                        .isGreaterThan(100);
            }
        });
    }

    private static long pixels(BufferedImage image, int rgb) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).filter(pixel -> pixel == rgb).count();
    }
}
