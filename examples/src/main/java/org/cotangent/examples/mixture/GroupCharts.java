package org.cotangent.examples.mixture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.cotangent.examples.pictures.ChartPicture;
import org.cotangent.examples.pictures.ChartStyle;
import org.cotangent.examples.pictures.Picture;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The groups before and after the fit: petal length and width of each flower, and an ellipse for each group. */
final class GroupCharts {

    private static final int WIDTH = 660;
    private static final int HEIGHT = 560;
    private static final int ACROSS = 2;
    private static final int UP = 3;
    private static final int CORNERS = 120;
    private static final double RIGHT = 8;
    private static final double TOP = 3.4;
    private static final int X_TICK_SPACING = 60;

    /** Half of a normal distribution's mass lies in the first ellipse, 95 % in the second: √(−2 ln(1 − p)). */
    private static final double HALF = 1.1774100225154747;

    private static final double NEARLY_ALL = 2.447746830680816;

    private static final List<Color> COLORS = List.of(ChartStyle.GREEN, ChartStyle.BLUE, ChartStyle.VERMILION);
    private static final List<Marker> MARKERS =
            List.of(SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.TRIANGLE_UP);

    private final Irises irises;

    private GroupCharts(Irises irises) {
        this.irises = irises;
    }

    static Picture picture(Irises irises, Mixture start, Mixture fitted) {
        GroupCharts charts = new GroupCharts(irises);
        return ChartPicture.beside("iris-groups", charts.before(start), charts.after(fitted))
                .picture();
    }

    private XYChart before(Mixture mixture) {
        XYChart chart = chart("150 irises, and where the fit starts: three wide groups", mixture);
        for (int species = 0; species < MARKERS.size(); species++) {
            int kind = species;
            points(chart, Irises.SPECIES.get(species), Color.GRAY, species, i -> irises.species()[i] == kind);
        }
        explain(chart, "holds half of a group", ChartStyle.stroke(2.5f));
        explain(chart, "holds 95 % of a group", ChartStyle.stroke(1));
        return chart;
    }

    private XYChart after(Mixture mixture) {
        XYChart chart = chart("Fitted: colour is the group found, shape the species", mixture);
        int[] groups = IntStream.range(0, irises.lengths().length)
                .map(i -> mixture.component(irises.lengths()[i]))
                .toArray();
        for (int species = 0; species < MARKERS.size(); species++) {
            for (int k = 0; k < COLORS.size(); k++) {
                int group = k;
                int kind = species;
                String name = Irises.SPECIES.get(species) + " in group " + (group + 1);
                points(chart, name, COLORS.get(k), species, i -> groups[i] == group && irises.species()[i] == kind);
            }
        }
        return chart;
    }

    private static XYChart chart(String title, Mixture mixture) {
        XYChart chart = ChartStyle.chart(
                WIDTH, HEIGHT, title, Irises.NAMES.get(ACROSS) + " in cm", Irises.NAMES.get(UP) + " in cm");
        ChartStyle.window(chart, 0, RIGHT, 0, TOP);
        chart.getStyler().setLegendPosition(LegendPosition.InsideNW);
        chart.getStyler().setXAxisTickMarkSpacingHint(X_TICK_SPACING);
        for (int k = 0; k < mixture.alphas().length; k++) {
            ellipse(chart, mixture, k, HALF, ChartStyle.stroke(2.5f));
            ellipse(chart, mixture, k, NEARLY_ALL, ChartStyle.stroke(1));
        }
        return chart;
    }

    /** A line of the legend that stands for an ellipse of each group. */
    private static void explain(XYChart chart, String text, BasicStroke stroke) {
        double[] nowhere = {0, 0};
        ChartStyle.line(chart, text, nowhere, nowhere, Color.BLACK, stroke);
    }

    private void points(XYChart chart, String name, Color color, int species, IntPredicate chosen) {
        int[] flowers =
                IntStream.range(0, irises.species().length).filter(chosen).toArray();
        if (flowers.length == 0) {
            return;
        }
        XYSeries series = chart.addSeries(name, column(flowers, ACROSS), column(flowers, UP));
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        series.setMarker(MARKERS.get(species));
        series.setMarkerColor(color);
    }

    private double[] column(int[] flowers, int j) {
        return IntStream.of(flowers).mapToDouble(i -> irises.lengths()[i][j]).toArray();
    }

    /** Points at a distance of the given number of standard deviations, in the two lengths shown. */
    private static void ellipse(XYChart chart, Mixture mixture, int k, double deviations, BasicStroke stroke) {
        double[][] covariance = mixture.covariance(k);
        double first = Math.sqrt(covariance[ACROSS][ACROSS]);
        double shared = covariance[ACROSS][UP] / first;
        double second = Math.sqrt(covariance[UP][UP] - shared * shared);
        double[] x = new double[CORNERS + 1];
        double[] y = new double[CORNERS + 1];
        for (int i = 0; i <= CORNERS; i++) {
            double a = deviations * Math.cos(2 * Math.PI * i / CORNERS);
            double b = deviations * Math.sin(2 * Math.PI * i / CORNERS);
            x[i] = mixture.means()[k][ACROSS] + first * a;
            y[i] = mixture.means()[k][UP] + shared * a + second * b;
        }
        ChartStyle.line(chart, "group " + (k + 1) + ", " + deviations, x, y, COLORS.get(k), stroke)
                .setShowInLegend(false);
    }
}
