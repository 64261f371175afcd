package org.cotangent.examples.bundle;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.cotangent.examples.pictures.ChartPicture;
import org.cotangent.examples.pictures.ChartStyle;
import org.cotangent.examples.pictures.Picture;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What adjustment does: one photograph before and after, and how far off all observations are. */
final class SceneCharts {

    private static final int HEIGHT = 620;
    private static final int WIDTH = 620;

    /** Of the photograph shown. */
    private static final int CAMERA = 0;

    /** What is enlarged, in pixels: there many points are far off. */
    private static final double LEFT = -450;

    private static final double BOTTOM = 250;
    private static final double EXTENT = 300;
    private static final double EDGE = 5;

    private static final int MARKER_SIZE = 6;
    private static final int TICK_SPACING = 150;
    private static final double SMALLEST = -2;
    private static final double LARGEST = 2;
    private static final int STEPS = 200;

    private static final MathContext LABEL_DIGITS = new MathContext(2);

    private final Scene before;
    private final Scene after;

    private SceneCharts(Scene before, Scene after) {
        this.before = before;
        this.after = after;
    }

    static Picture picture(Scene before, Scene after) {
        SceneCharts charts = new SceneCharts(before, after);
        return ChartPicture.beside(
                        "bundle-adjustment",
                        charts.photograph(before, "Part of a photograph, before"),
                        charts.photograph(after, "The same part after adjustment"),
                        charts.distances())
                .picture();
    }

    private XYChart photograph(Scene scene, String title) {
        XYChart chart = ChartStyle.chart(WIDTH, HEIGHT, title, "x in pixels", "y in pixels");
        int[] seen = IntStream.range(0, scene.observed().length)
                .filter(i -> scene.seenBy()[i] == CAMERA && isShown(scene.observed()[i]))
                .toArray();
        double[][] residuals = scene.residuals();
        ChartStyle.window(chart, LEFT, LEFT + EXTENT, BOTTOM, BOTTOM + EXTENT);
        chart.getStyler().setLegendPosition(LegendPosition.InsideSE);
        chart.getStyler().setMarkerSize(MARKER_SIZE);
        for (int i : seen) {
            double[] x = {scene.observed()[i][0], scene.observed()[i][0] + residuals[i][0]};
            double[] y = {scene.observed()[i][1], scene.observed()[i][1] + residuals[i][1]};
            ChartStyle.line(chart, "error " + i, x, y, Color.GRAY, ChartStyle.stroke(1))
                    .setShowInLegend(false);
        }
        points(chart, "where the model puts it", seen, scene.observed(), residuals, ChartStyle.VERMILION);
        points(chart, "where it was seen", seen, scene.observed(), new double[residuals.length][2], ChartStyle.BLUE);
        return chart;
    }

    /** Charts draw beyond their frame otherwise. */
    private static boolean isShown(double[] place) {
        return place[0] > LEFT + EDGE
                && place[0] < LEFT + EXTENT - EDGE
                && place[1] > BOTTOM + EDGE
                && place[1] < BOTTOM + EXTENT - EDGE;
    }

    private static void points(
            XYChart chart, String name, int[] chosen, double[][] places, double[][] moved, Color color) {
        XYSeries series = chart.addSeries(
                name,
                IntStream.of(chosen)
                        .mapToDouble(i -> places[i][0] + moved[i][0])
                        .toArray(),
                IntStream.of(chosen)
                        .mapToDouble(i -> places[i][1] + moved[i][1])
                        .toArray());
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(color);
    }

    private XYChart distances() {
        XYChart chart = ChartStyle.chart(
                WIDTH,
                HEIGHT,
                "How far off all observations are",
                "distance in pixels",
                "share of observations that are at most so far off, in %");
        ChartStyle.window(chart, SMALLEST, LARGEST, 0, 100);
        XYStyler style = chart.getStyler();
        style.setLegendPosition(LegendPosition.InsideNW);
        style.setXAxisTickMarkSpacingHint(TICK_SPACING);
        style.setXAxisTickLabelsFormattingFunction(SceneCharts::pixels);
        share(chart, "before", before, ChartStyle.VERMILION);
        share(chart, "after", after, ChartStyle.BLUE);
        return chart;
    }

    private static String pixels(double exponent) {
        return new BigDecimal(Math.pow(10, exponent))
                .round(LABEL_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static void share(XYChart chart, String name, Scene scene, Color color) {
        double[] distances = Arrays.stream(scene.residuals())
                .mapToDouble(r -> Math.log10(Math.hypot(r[0], r[1])))
                .sorted()
                .toArray();
        double[] x = new double[STEPS];
        double[] y = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            int rank = (distances.length - 1) * i / (STEPS - 1);
            x[i] = Math.max(distances[rank], SMALLEST);
            y[i] = 100.0 * rank / (distances.length - 1);
        }
        ChartStyle.line(chart, name, x, y, color, ChartStyle.stroke(2.5f));
    }
}
