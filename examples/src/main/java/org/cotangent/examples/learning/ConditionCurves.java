package org.cotangent.examples.learning;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.cotangent.examples.learning.ConditionNumbers.Work;
import org.cotangent.examples.pictures.Axis;
import org.cotangent.examples.pictures.ChartStyle;
import org.cotangent.examples.pictures.Picture;
import org.cotangent.examples.pictures.Plot;

/** The work of methods against the condition number. */
final class ConditionCurves {

    private static final int WIDTH = 470;
    private static final int HEIGHT = 400;

    private static final List<Color> COLORS =
            List.of(Color.GRAY, ChartStyle.VERMILION, ChartStyle.BLUE, ChartStyle.GREEN);

    private ConditionCurves() {}

    static Picture picture(String name, List<Work> straight, List<Work> turned) {
        return Plot.grid(
                name,
                2,
                WIDTH,
                HEIGHT,
                List.of(
                        plot("Curvatures along the axes", Plot.Legend.UPPER_LEFT, straight),
                        plot("Curvatures along other directions", Plot.Legend.NONE, turned)));
    }

    private static Plot plot(String title, Plot.Legend legend, List<Work> works) {
        Plot plot = new Plot(
                title,
                Axis.decades("condition number", 0, 6, 1),
                Axis.decades("gradients and products", 0, 5.2, 1),
                legend);
        for (int i = 0; i < works.size(); i++) {
            double[] counts = works.get(i).counts();
            int[] arrived = IntStream.range(0, counts.length)
                    .filter(k -> Double.isFinite(counts[k]))
                    .toArray();
            plot.line(
                    works.get(i).title(),
                    IntStream.of(arrived)
                            .mapToDouble(k -> Math.log10(ConditionNumbers.CONDITIONS.get(k)))
                            .toArray(),
                    IntStream.of(arrived)
                            .mapToDouble(k -> Math.log10(counts[k]))
                            .toArray(),
                    COLORS.get(i),
                    ChartStyle.stroke(1.8f),
                    true);
        }
        return plot;
    }
}
