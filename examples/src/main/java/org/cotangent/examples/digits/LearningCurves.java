package org.cotangent.examples.digits;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.cotangent.examples.pictures.Axis;
import org.cotangent.examples.pictures.ChartStyle;
import org.cotangent.examples.pictures.Picture;
import org.cotangent.examples.pictures.Plot;

/** How the loss falls with the data seen and with the time spent. */
final class LearningCurves {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 420;

    private static final List<Color> COLORS = List.of(
            Color.GRAY, ChartStyle.VERMILION, ChartStyle.PURPLE, ChartStyle.ORANGE, ChartStyle.GREEN, ChartStyle.BLUE);

    private LearningCurves() {}

    static Picture picture(String name, List<Lesson> lessons) {
        return Plot.grid(
                name,
                2,
                WIDTH,
                HEIGHT,
                List.of(
                        plot(
                                "Loss against data seen",
                                Axis.decades("passes over the data, logarithmic", 0, 3, 1),
                                Plot.Legend.NONE,
                                lessons,
                                Lesson.Stop::passes),
                        plot(
                                "Loss against time",
                                Axis.decades("seconds, logarithmic", -3, 2, 1),
                                Plot.Legend.UPPER_RIGHT,
                                lessons,
                                Lesson.Stop::seconds)));
    }

    private static Plot plot(
            String title, Axis across, Plot.Legend legend, List<Lesson> lessons, ToDoubleFunction<Lesson.Stop> spent) {
        Plot plot = new Plot(title, across, Axis.decades("mean loss over 1297 images", -4.2, 0.6, 1), legend);
        BasicStroke stroke = ChartStyle.stroke(1.7f);
        for (int i = 0; i < lessons.size(); i++) {
            // The start has spent nothing, of which there is no logarithm.
            List<Lesson.Stop> stops = lessons.get(i).stops().stream().skip(1).toList();
            plot.line(
                    lessons.get(i).title(),
                    stops.stream()
                            .mapToDouble(stop -> Math.log10(spent.applyAsDouble(stop)))
                            .toArray(),
                    stops.stream().mapToDouble(stop -> Math.log10(stop.loss())).toArray(),
                    COLORS.get(i),
                    stroke,
                    true);
        }
        return plot;
    }
}
