package org.cotangent.examples.nist;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cotangent.examples.pictures.ChartStyle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The two charts of a fit with one predictor. */
final class FitCharts {

    private static final Color OBSERVED = ChartStyle.BLUE;
    private static final Color FITTED = ChartStyle.VERMILION;

    private static final int CURVE_POINTS = 500;
    /** Left and right of the data, as a share of its range. */
    private static final double MARGIN = 0.03;

    /** What the legend takes of the plot, generously. */
    private static final double CORNER_WIDTH = 0.2;

    private static final double CORNER_HEIGHT = 0.2;

    /** Dash and gap, in pixels. */
    private static final float[] DASHES = {6, 5};

    private final Fit fit;
    private final double[] x;
    private final double first;
    private final double last;

    /** @param fit of a model with one predictor */
    FitCharts(Fit fit) {
        this.fit = fit;
        this.x = fit.data().predictors().get(0);
        this.first = Arrays.stream(x).min().orElseThrow();
        this.last = Arrays.stream(x).max().orElseThrow();
    }

    XYChart curve(int width, int height) {
        Dataset data = fit.data();
        String title = data.name() + ": " + data.observationCount() + " observations, " + data.parameterCount()
                + " parameters";
        XYChart chart = chart(width, height, title, "", data.responseLabel());
        double[] grid = grid();
        double[] fitted = new double[grid.length];
        fit.problem().predictions(List.of(grid)).value(fit.parameters(), fitted);
        ChartStyle.line(chart, "fitted", grid, fitted, FITTED, ChartStyle.stroke(2));
        points(chart, "observed", x, data.response());
        chart.getStyler().setLegendPosition(emptiestCorner(x, data.response()));
        return chart;
    }

    XYChart residuals(int width, int height) {
        double s = fit.result().statistics().residualStandardDeviation();
        XYChart chart = chart(
                width,
                height,
                Text.format("Residuals; dashed: ± their standard deviation, %.4g", s),
                fit.data().predictorLabels().get(0),
                "observed − fitted");
        chart.getStyler().setLegendVisible(false);
        double[] ends = {first, last};
        ChartStyle.line(chart, "0", ends, new double[] {0, 0}, FITTED, ChartStyle.stroke(2));
        BasicStroke dashed = ChartStyle.stroke(1, DASHES);
        ChartStyle.line(chart, "+s", ends, new double[] {s, s}, FITTED, dashed);
        ChartStyle.line(chart, "-s", ends, new double[] {-s, -s}, FITTED, dashed);
        // The residuals of the fit are model minus observations.
        points(
                chart,
                "residual",
                x,
                Arrays.stream(fit.result().residuals()).map(r -> -r).toArray());
        return chart;
    }

    private double[] grid() {
        double[] grid = new double[CURVE_POINTS];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = first + (last - first) * i / (grid.length - 1);
        }
        return grid;
    }

    private XYChart chart(int width, int height, String title, String xTitle, String yTitle) {
        XYChart chart = ChartStyle.chart(width, height, title, xTitle, yTitle);
        double margin = MARGIN * (last - first);
        chart.getStyler().setXAxisMin(first - margin);
        chart.getStyler().setXAxisMax(last + margin);
        return chart;
    }

    private static void points(XYChart chart, String name, double[] x, double[] y) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        series.setMarker(SeriesMarkers.CIRCLE);
        series.setMarkerColor(OBSERVED);
    }

    /** The corner with the fewest points, for the legend. */
    private static LegendPosition emptiestCorner(double[] x, double[] y) {
        double[] right = scaled(x);
        double[] up = scaled(y);
        double[] left = mirrored(right);
        double[] down = mirrored(up);
        Map<LegendPosition, Long> points = new EnumMap<>(LegendPosition.class);
        points.put(LegendPosition.InsideSE, inCorner(right, down));
        points.put(LegendPosition.InsideNE, inCorner(right, up));
        points.put(LegendPosition.InsideSW, inCorner(left, down));
        points.put(LegendPosition.InsideNW, inCorner(left, up));
        return Collections.min(points.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** From 0 for the smallest to 1 for the largest. */
    private static double[] scaled(double[] values) {
        DoubleSummaryStatistics range = Arrays.stream(values).summaryStatistics();
        return Arrays.stream(values)
                .map(value -> (value - range.getMin()) / (range.getMax() - range.getMin()))
                .toArray();
    }

    private static double[] mirrored(double[] values) {
        return Arrays.stream(values).map(value -> 1 - value).toArray();
    }

    private static long inCorner(double[] x, double[] y) {
        return IntStream.range(0, x.length)
                .filter(i -> x[i] > 1 - CORNER_WIDTH && y[i] > 1 - CORNER_HEIGHT)
                .count();
    }
}
