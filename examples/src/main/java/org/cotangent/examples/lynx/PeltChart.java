package org.cotangent.examples.lynx;

import java.awt.Color;
import java.util.Arrays;
import org.cotangent.examples.pictures.ChartPicture;
import org.cotangent.examples.pictures.ChartStyle;
import org.cotangent.examples.pictures.Picture;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Animals counted and computed over the years. */
final class PeltChart {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 540;
    private static final int POINTS_PER_YEAR = 20;

    private PeltChart() {}

    static Picture picture(Pelts pelts, double[] parameters) {
        XYChart chart = ChartStyle.chart(
                WIDTH,
                HEIGHT,
                "Lynxes eat hares: pelts sold, and Lotka and Volterra's equation fitted to them",
                "",
                "thousands of pelts");
        double first = pelts.years()[0];
        int last = pelts.years().length - 1;
        ChartStyle.window(chart, first - 0.5, first + last + 0.5, 0, 90);
        chart.getStyler().setLegendPosition(LegendPosition.InsideNE);
        chart.getStyler().setXAxisTickLabelsFormattingFunction(year -> Long.toString(Math.round(year)));
        double[] years = new double[last * POINTS_PER_YEAR + 1];
        Arrays.setAll(years, i -> first + (double) i / POINTS_PER_YEAR);
        double[][] computed = computed(parameters, years.length);
        ChartStyle.line(chart, "hares, computed", years, computed[0], ChartStyle.BLUE, ChartStyle.stroke(2));
        points(chart, "hares, counted", pelts.years(), pelts.hares(), ChartStyle.BLUE, SeriesMarkers.CIRCLE);
        ChartStyle.line(chart, "lynxes, computed", years, computed[1], ChartStyle.VERMILION, ChartStyle.stroke(2));
        points(
                chart,
                "lynxes, counted",
                pelts.years(),
                pelts.lynxes(),
                ChartStyle.VERMILION,
                SeriesMarkers.TRIANGLE_UP);
        return ChartPicture.below("lynx-and-hare", chart).picture();
    }

    private static double[][] computed(double[] parameters, int count) {
        double[][] computed = new double[2][count];
        double[] animals = {parameters[4], parameters[5]};
        double step = 0.1;
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                step = DormandPrince.advance(animals, parameters, 1.0 / POINTS_PER_YEAR, step);
            }
            computed[0][i] = animals[0];
            computed[1][i] = animals[1];
        }
        return computed;
    }

    private static void points(XYChart chart, String name, double[] x, double[] y, Color color, Marker marker) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        series.setMarker(marker);
        series.setMarkerColor(color);
    }
}
