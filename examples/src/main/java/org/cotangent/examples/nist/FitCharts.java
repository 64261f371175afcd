package org.cotangent.examples.nist;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The two charts of a fit with one predictor. */
final class FitCharts {

    /** Blue and vermilion of Okabe and Ito (2008), which colour-blind readers tell apart too. */
    private static final Color OBSERVED = new Color(0, 114, 178);

    private static final Color FITTED = new Color(213, 94, 0);

    private static final int CURVE_POINTS = 500;
    private static final int MARKER_SIZE = 8;
    private static final int TICK_SPACING = 80;
    private static final int PADDING = 14;
    private static final int LABEL_WIDTH = 90;
    /** Left and right of the data, as a share of its range. */
    private static final double MARGIN = 0.03;

    /** What the legend takes of the plot, generously. */
    private static final double CORNER_WIDTH = 0.2;

    private static final double CORNER_HEIGHT = 0.2;

    /** Enough for any tick, few enough to hide that 0.3 is not exactly 0.3. */
    private static final MathContext LABEL_DIGITS = new MathContext(8);

    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double LARGEST_PLAIN = 1e6;

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
        XYChart chart = chart(width, height, title, data.responseLabel());
        double[] grid = grid();
        double[] fitted = new double[grid.length];
        fit.problem().predictions(List.of(grid)).value(fit.parameters(), fitted);
        line(chart, "fitted", grid, fitted, FITTED, new BasicStroke(2));
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
                "observed − fitted");
        chart.setXAxisTitle(fit.data().predictorLabels().get(0));
        chart.getStyler().setLegendVisible(false);
        double[] ends = {first, last};
        line(chart, "0", ends, new double[] {0, 0}, FITTED, new BasicStroke(2));
        BasicStroke dashed = new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0);
        line(chart, "+s", ends, new double[] {s, s}, FITTED, dashed);
        line(chart, "-s", ends, new double[] {-s, -s}, FITTED, dashed);
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

    private XYChart chart(int width, int height, String title, String yTitle) {
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(title)
                .yAxisTitle(yTitle)
                .build();
        XYStyler style = chart.getStyler();
        double margin = MARGIN * (last - first);
        style.setXAxisMin(first - margin);
        style.setXAxisMax(last + margin);
        style.setXAxisTickMarkSpacingHint(TICK_SPACING);
        // The same width for both charts puts their axes below one another.
        style.setYAxisLeftWidthHint(LABEL_WIDTH);
        style.setXAxisTickLabelsFormattingFunction(FitCharts::label);
        style.setYAxisTickLabelsFormattingFunction(FitCharts::label);
        style.setChartBackgroundColor(Color.WHITE);
        style.setChartPadding(PADDING);
        style.setAxisTicksLineVisible(false);
        style.setChartTitleBoxVisible(false);
        style.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
        style.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        style.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        style.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        style.setMarkerSize(MARKER_SIZE);
        return chart;
    }

    /** Plain decimals, with an exponent only where there would be many zeros. */
    private static String label(double tick) {
        BigDecimal rounded = new BigDecimal(tick).round(LABEL_DIGITS).stripTrailingZeros();
        boolean plain = tick == 0 || Math.abs(tick) >= SMALLEST_PLAIN && Math.abs(tick) < LARGEST_PLAIN;
        return plain ? rounded.toPlainString() : rounded.toString();
    }

    private static void line(XYChart chart, String name, double[] x, double[] y, Color color, BasicStroke stroke) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(stroke);
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
