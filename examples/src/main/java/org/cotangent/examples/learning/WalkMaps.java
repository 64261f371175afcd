package org.cotangent.examples.learning;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.cotangent.examples.pictures.Axis;
import org.cotangent.examples.pictures.ChartStyle;
import org.cotangent.examples.pictures.Picture;
import org.cotangent.examples.pictures.Plot;

/** Ways of fits over the plane of means and deviations. */
final class WalkMaps {

    private static final int WIDTH = 470;
    private static final int HEIGHT = 420;

    private static final List<Color> COLORS = List.of(ChartStyle.ORANGE, ChartStyle.BLUE, ChartStyle.VERMILION);

    /** The wider below the narrower, so that all are seen where they are the same. */
    private static final List<BasicStroke> STROKES =
            List.of(ChartStyle.stroke(7), ChartStyle.stroke(4), ChartStyle.stroke(1.6f));

    /** Steps shorter than this are not seen. */
    private static final double INVISIBLE = 0.02;

    private WalkMaps() {}

    static Picture picture(String name, List<Walk> plain, List<Walk> natural, Walk exact) {
        Walk.Stop best = exact.stops().get(exact.size() - 1);
        return Plot.grid(
                name,
                2,
                WIDTH,
                HEIGHT,
                List.of(
                        map("Plain gradient", Plot.Legend.NONE, plain, best),
                        map("Natural gradient", Plot.Legend.LOWER_LEFT, natural, best)));
    }

    private static Plot map(String title, Plot.Legend legend, List<Walk> walks, Walk.Stop best) {
        Plot plot =
                new Plot(title, Axis.linear("mean", -3.5, 1.5, 1), Axis.linear("standard deviation", 0, 5, 1), legend);
        for (int i = 0; i < walks.size(); i++) {
            Walk walk = walks.get(i).sparse(INVISIBLE);
            plot.line(walk.title(), walk.means(), walk.deviations(), COLORS.get(i), STROKES.get(i), false);
        }
        plot.spot(best.mean(), best.deviation(), Color.BLACK);
        return plot;
    }
}
