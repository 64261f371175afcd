package org.cotangent.examples.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotTest {

    @TempDir
    Path folder;

    private static Plot plot() {
        Plot plot =
                new Plot("Title", Axis.linear("x", 0, 1, 0.25), Axis.decades("y", -2, 2, 1), Plot.Legend.LOWER_RIGHT);
        plot.line("diagonal", new double[] {0, 1}, new double[] {-2, 2}, Color.BLUE, ChartStyle.stroke(2), true);
        plot.spot(0.5, 0, Color.RED);
        return plot;
    }

    @Test
    void ticksAreWhereTheyShouldBe() {
        assertThat(Axis.linear("", 0, 1, 0.25).ticks()).containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
        assertThat(Axis.linear("", -0.3, 0.3, 0.2).ticks()).hasSize(3);
        assertThat(Axis.linear("", 0, 1, 0.25).label().apply(0.25)).isEqualTo("0.25");
        assertThat(Axis.decades("", -8, 0, 2).label().apply(-8.0)).isEqualTo("1e-8");
        assertThat(Axis.doublings("", 0, 6).label().apply(5.0)).isEqualTo("32");
    }

    @Test
    void linesAndSpotsAreWhereTheirNumbersAre() throws Exception {
        assumeTrue(Fonts.available(), Fonts.MISSING);
        Plot.grid("plot", 2, 200, 160, List.of(plot(), plot(), plot())).write(folder);
        BufferedImage image = ImageIO.read(folder.resolve("plot.png").toFile());
        assertThat(image.getWidth()).isEqualTo(400);
        assertThat(image.getHeight()).isEqualTo(320);
        // The middle of the frame, which leaves 66 and 14 pixels beside, 34 and 50 above and below.
        assertThat(image.getRGB(66 + 60, 34 + 38)).isEqualTo(Color.RED.getRGB());
        assertThat(image.getRGB(300, 250)).isEqualTo(Color.WHITE.getRGB());
    }

    @Test
    void theSvgIsTheSameOnEveryRunAndSmall() throws Exception {
        assumeTrue(Fonts.available(), Fonts.MISSING);
        Plot.grid("plot", 1, 200, 160, List.of(plot())).write(folder);
        String first = Files.readString(folder.resolve("plot.svg"));
        Plot.grid("plot", 1, 200, 160, List.of(plot())).write(folder);
        assertThat(Files.readString(folder.resolve("plot.svg"))).isEqualTo(first);
        assertThat(first.length()).isLessThan(10_000);
        assertThat(first).contains("font-family:sans-serif;", ">diagonal<", "clip1");
        assertThat(first).doesNotContainPattern("\\d\\.\\d{3}");
    }
}
