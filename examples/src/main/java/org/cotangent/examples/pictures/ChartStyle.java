package org.cotangent.examples.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.math.BigDecimal;
import java.math.MathContext;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How charts of the examples look. */
public final class ChartStyle {

    /** Colours of Okabe and Ito (2008), which colour-blind readers tell apart too. */
    public static final Color BLUE = new Color(0, 114, 178);

    /** See {@link #BLUE}. */
    public static final Color VERMILION = new Color(213, 94, 0);

    /** See {@link #BLUE}. */
    public static final Color GREEN = new Color(0, 158, 115);

    /** See {@link #BLUE}. */
    public static final Color ORANGE = new Color(230, 159, 0);

    /** See {@link #BLUE}. */
    public static final Color PURPLE = new Color(204, 121, 167);

    private static final int MARKER_SIZE = 8;
    private static final int TICK_SPACING = 80;
    private static final int PADDING = 14;
    private static final int LABEL_WIDTH = 90;
    private static final int TICK_PADDING = 8;
    private static final int LEGEND_LINE = 44;

    /** Enough for any tick, few enough to hide that 0.3 is not exactly 0.3. */
    private static final MathContext LABEL_DIGITS = new MathContext(8);

    private static final double SMALLEST_PLAIN = 1e-4;
    private static final double LARGEST_PLAIN = 1e6;

    private ChartStyle() {}

    /** An empty chart; titles of axes may be empty. */
    public static XYChart chart(int width, int height, String title, String xTitle, String yTitle) {
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(title)
                .xAxisTitle(xTitle)
                .yAxisTitle(yTitle)
                .build();
        XYStyler style = chart.getStyler();
        style.setXAxisTickMarkSpacingHint(TICK_SPACING);
        // The same width for all charts of a picture puts their axes below one another.
        style.setYAxisLeftWidthHint(LABEL_WIDTH);
        style.setXAxisTickLabelsFormattingFunction(ChartStyle::label);
        style.setYAxisTickLabelsFormattingFunction(ChartStyle::label);
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

    /** Shows a part of the plane up to the frame, whatever the data. */
    public static void window(XYChart chart, double left, double right, double bottom, double top) {
        XYStyler style = chart.getStyler();
        style.setXAxisMin(left);
        style.setXAxisMax(right);
        style.setYAxisMin(bottom);
        style.setYAxisMax(top);
        style.setPlotContentSize(1);
        style.setYAxisLabelAlignment(TextAlignment.Right);
        style.setAxisTickPadding(TICK_PADDING);
    }

    /** Puts the legend where there is room, with samples long enough to tell dashes apart. */
    public static void legendForDashes(XYChart chart, LegendPosition position) {
        chart.getStyler().setLegendPosition(position);
        chart.getStyler().setLegendSeriesLineLength(LEGEND_LINE);
    }

    /** Adds a line without markers. */
    public static XYSeries line(XYChart chart, String name, double[] x, double[] y, Color color, BasicStroke stroke) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(stroke);
        return series;
    }

    /** A line of dashes and gaps of the given lengths in pixels; solid if there are none. */
    public static BasicStroke stroke(float width, float... dashes) {
        return dashes.length == 0
                ? new BasicStroke(width)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0);
    }

    /** Plain decimals, with an exponent only where there would be many zeros. */
    private static String label(double tick) {
        BigDecimal rounded = new BigDecimal(tick).round(LABEL_DIGITS).stripTrailingZeros();
        boolean plain = tick == 0 || Math.abs(tick) >= SMALLEST_PLAIN && Math.abs(tick) < LARGEST_PLAIN;
        return plain ? rounded.toPlainString() : rounded.toString();
    }
}
