package org.cotangent.examples.downhill;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.examples.downhill.Trace.Stop;
import org.cotangent.examples.pictures.ChartStyle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The paths over lines of equal value, as a whole and near the start. */
final class Maps {

    /** Pixels. */
    static final int HEIGHT = 700;

    static final int WIDTH = 1000;
    static final int CLOSE_UP_WIDTH = 560;

    /** Both windows have nearly the same scale on both axes, so that right angles look right. */
    private static final Window WHOLE = new Window(-1.6, 1.6, -0.55, 1.61);

    /** Where the zigzag begins. */
    private static final Window CLOSE_UP = new Window(-1.064, -0.936, 0.91, 1.08);

    /** Of the grid, in each direction: near the minimum the valley is narrow. */
    private static final int CELLS = 400;

    private static final int CLOSE_UP_LEVELS_PER_DECADE = 50;

    private static final Color DECADE = new Color(120, 120, 120);
    private static final Color BETWEEN = new Color(190, 190, 190);

    /** Shorter steps are less than a pixel, as a share of the width. */
    private static final double SHORTEST_STEP = 1.0 / 1000;

    /** A fifth of a pixel or less, as a share of the width. */
    private static final double INVISIBLE = 2e-4;

    private static final int MARKER_SIZE = 7;

    private final DifferentiableFunction f;
    private final List<Descent> descents;

    Maps(DifferentiableFunction f, List<Descent> descents) {
        this.f = f;
        this.descents = descents;
    }

    XYChart whole() {
        XYChart chart = chart(WIDTH, "Which way downhill? The valley seen from above", WHOLE);
        Contours contours = new Contours(f, WHOLE, CELLS, CELLS);
        for (int i = -1; i <= 2; i++) {
            double level = Math.pow(10, i);
            draw(chart, contours, level, DECADE);
            draw(chart, contours, level * Math.sqrt(10), BETWEEN);
        }
        explain(chart, "f = 0.1, 1, 10, 100", DECADE);
        explain(chart, "f = 0.32, 3.2, 32, 320", BETWEEN);
        paths(chart, WHOLE);
        mark(chart, "start (−1.2, 1)", -1.2, 1, SeriesMarkers.TRIANGLE_UP);
        mark(chart, "minimum (1, 1)", 1, 1, SeriesMarkers.DIAMOND);
        return chart;
    }

    XYChart closeUp() {
        double ratio = Math.pow(10, 1.0 / CLOSE_UP_LEVELS_PER_DECADE);
        String title =
                String.format(Locale.ROOT, "Enlarged: f changes by %.1f %% from line to line", 100 * (ratio - 1));
        XYChart chart = chart(CLOSE_UP_WIDTH, title, CLOSE_UP);
        Contours contours = new Contours(f, CLOSE_UP, CELLS, CELLS);
        for (double level = 1; level < 100; level *= ratio) {
            draw(chart, contours, level, BETWEEN);
        }
        paths(chart, CLOSE_UP);
        chart.getStyler().setLegendVisible(false);
        return chart;
    }

    private static XYChart chart(int width, String title, Window window) {
        XYChart chart = ChartStyle.chart(width, HEIGHT, title, "x", "y");
        ChartStyle.window(chart, window.left(), window.right(), window.bottom(), window.top());
        ChartStyle.legendForDashes(chart, LegendPosition.InsideSW);
        chart.getStyler().setPlotGridLinesVisible(false);
        chart.getStyler().setMarkerSize(MARKER_SIZE);
        return chart;
    }

    private static void mark(XYChart chart, String name, double x, double y, Marker marker) {
        XYSeries series = chart.addSeries(name, new double[] {x}, new double[] {y});
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        series.setMarker(marker);
        series.setMarkerColor(ChartStyle.GREEN);
    }

    /** A line of the legend that stands for several on the map. */
    private static void explain(XYChart chart, String text, Color color) {
        double[] nowhere = {WHOLE.left(), WHOLE.left()};
        ChartStyle.line(chart, text, nowhere, nowhere, color, ChartStyle.stroke(1));
    }

    private static void draw(XYChart chart, Contours contours, double level, Color color) {
        int part = 0;
        for (Contours.Line exact : contours.at(level)) {
            Contours.Line line =
                    Thinning.bends(exact, INVISIBLE * contours.window().width());
            String name = "f = " + level + ", part " + part++;
            ChartStyle.line(chart, name, line.x(), line.y(), color, ChartStyle.stroke(1))
                    .setShowInLegend(false);
        }
    }

    private void paths(XYChart chart, Window window) {
        for (Descent descent : descents) {
            List<Stop> stops = Thinning.apart(descent.stops(), window.width() * SHORTEST_STEP);
            Method method = descent.method();
            XYSeries path = ChartStyle.line(
                    chart,
                    method.title(),
                    stops.stream().mapToDouble(Stop::x).toArray(),
                    stops.stream().mapToDouble(Stop::y).toArray(),
                    method.color(),
                    method.stroke());
            path.setMarker(method.marker());
            path.setMarkerColor(method.color());
        }
    }
}
