package org.cotangent.examples.downhill;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.cotangent.examples.downhill.Trace.Stop;
import org.cotangent.examples.pictures.ChartStyle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

/** How fast the gradient vanishes: its norm against the evaluations spent, both logarithmic. */
final class Slopes {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 600;

    /** Logarithms of what the axes show, with a little room before the first evaluation. */
    private static final double BEFORE = -0.1;

    private static final double MOST_EVALUATIONS = 5;

    private static final double SMALLEST_NORM = -14;
    private static final double LARGEST_NORM = 3;

    /** Pixels; gives a tick a decade below and every two decades on the left. */
    private static final int X_TICK_SPACING = 150;

    private static final int Y_TICK_SPACING = 50;

    /** About one for each pixel. */
    private static final int COLUMNS_PER_DECADE = 170;

    private Slopes() {}

    static XYChart chart(List<Descent> descents) {
        XYChart chart = ChartStyle.chart(
                WIDTH,
                HEIGHT,
                "How fast the gradient vanishes",
                "evaluations of f, with or without gradient",
                "norm of the gradient");
        // Logarithms on plain axes: the library's own logarithmic axes tick every unit of every decade.
        ChartStyle.window(chart, BEFORE, MOST_EVALUATIONS, SMALLEST_NORM, LARGEST_NORM);
        ChartStyle.legendForDashes(chart, LegendPosition.InsideSW);
        XYStyler style = chart.getStyler();
        style.setXAxisTickMarkSpacingHint(X_TICK_SPACING);
        style.setYAxisTickMarkSpacingHint(Y_TICK_SPACING);
        style.setXAxisTickLabelsFormattingFunction(Slopes::count);
        style.setYAxisTickLabelsFormattingFunction(Slopes::power);
        for (Descent descent : descents) {
            List<Stop> stops = Thinning.envelope(descent.stops(), COLUMNS_PER_DECADE);
            Method method = descent.method();
            ChartStyle.line(
                    chart,
                    method.title(),
                    stops.stream()
                            .mapToDouble(stop -> Math.log10((double) stop.evaluations()))
                            .toArray(),
                    stops.stream()
                            .mapToDouble(stop -> Math.log10(stop.gradientNorm()))
                            .toArray(),
                    method.color(),
                    method.stroke());
        }
        double tolerance = Math.log10(Method.TOLERANCE);
        double[] limits = {tolerance, tolerance};
        double[] ends = {BEFORE, MOST_EVALUATIONS};
        ChartStyle.line(chart, "tolerance", ends, limits, Color.GRAY, ChartStyle.stroke(1));
        return chart;
    }

    private static String count(double exponent) {
        return String.format(Locale.ROOT, "%,.0f", Math.pow(10, exponent));
    }

    private static String power(double exponent) {
        return String.format(Locale.ROOT, "1e%.0f", exponent);
    }
}
