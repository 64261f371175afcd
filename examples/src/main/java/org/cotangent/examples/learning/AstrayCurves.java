package org.cotangent.examples.learning;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import org.cotangent.examples.learning.AdamAstray.Trap;
import org.cotangent.examples.pictures.Axis;
import org.cotangent.examples.pictures.ChartStyle;
import org.cotangent.examples.pictures.Picture;
import org.cotangent.examples.pictures.Plot;

/** Where the variable is, update by update. */
final class AstrayCurves {

    private static final int WIDTH = 470;
    private static final int HEIGHT = 380;

    /** Of a curve: about one a pixel on a logarithmic axis. */
    private static final int COLUMNS_PER_DECADE = 80;

    private static final BasicStroke SOLID = ChartStyle.stroke(1.8f);
    private static final BasicStroke DASHED = ChartStyle.stroke(1.8f, 6, 3);

    private AstrayCurves() {}

    static Picture picture(String name, List<Trap> traps) {
        return Plot.grid(
                name,
                2,
                WIDTH,
                HEIGHT,
                List.of(
                        plot("Slopes 3, −1, −1", traps.get(0), Plot.Legend.MIDDLE_RIGHT),
                        plot("Slopes 1010 and 100 times −10", traps.get(1), Plot.Legend.NONE)));
    }

    private static Plot plot(String title, Trap trap, Plot.Legend legend) {
        Plot plot = new Plot(
                title,
                Axis.decades("updates, logarithmic", 0, 5, 1),
                Axis.linear("the variable; the minimum is at −1", -1.1, 1.1, 0.5),
                legend);
        line(plot, "Adam, in turn", trap, false, true);
        line(plot, "Adam, at random", trap, false, false);
        line(plot, "AMSGrad, in turn", trap, true, true);
        line(plot, "AMSGrad, at random", trap, true, false);
        return plot;
    }

    private static void line(Plot plot, String name, Trap trap, boolean cured, boolean inTurn) {
        double[] way = AdamAstray.way(trap, cured, inTurn);
        List<double[]> points = new ArrayList<>();
        double next = 0;
        for (int pass = 1; pass < way.length; pass++) {
            double exponent = Math.log10((double) pass * trap.examples());
            if (exponent >= next || pass == way.length - 1) {
                points.add(new double[] {exponent, way[pass]});
                next = exponent + 1.0 / COLUMNS_PER_DECADE;
            }
        }
        plot.line(
                name,
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray(),
                cured ? ChartStyle.BLUE : ChartStyle.VERMILION,
                inTurn ? SOLID : DASHED,
                false);
    }
}
