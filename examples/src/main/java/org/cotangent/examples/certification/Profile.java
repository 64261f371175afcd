package org.cotangent.examples.certification;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotangent.examples.pictures.Axis;
import org.cotangent.examples.pictures.ChartStyle;
import org.cotangent.examples.pictures.Plot;

/**
 * Performance profiles (Dolan, Moré 2002, Mathematical Programming 91): for each method the share of problems that it
 * solves within τ times the work of the best method of the profile. At τ = 1 it shows how often a method is the
 * best, on the right how many problems it solves at all.
 */
final class Profile {

    private static final double LARGEST_DOUBLING = 6;

    /** Told apart by the colour-blind too (Okabe, Ito 2008). */
    private static final List<Color> COLORS = List.of(
            ChartStyle.BLUE,
            ChartStyle.VERMILION,
            ChartStyle.GREEN,
            new Color(204, 121, 167),
            new Color(230, 159, 0),
            new Color(86, 180, 233),
            Color.BLACK);

    private static final float[] DASHES = {6, 3};

    private final List<Entry> entries;

    Profile(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * For each problem the work of a method over that of the best one, sorted; infinite where it does not solve the
     * problem.
     */
    double[] ratios(Entry entry) {
        double[] ratios = new double[entry.scores().size()];
        Arrays.setAll(ratios, i -> work(entry, i) / best(i));
        Arrays.sort(ratios);
        return ratios;
    }

    private double best(int problem) {
        return entries.stream().mapToDouble(entry -> work(entry, problem)).min().orElseThrow();
    }

    private static double work(Entry entry, int problem) {
        Score score = entry.scores().get(problem);
        return score.solved() ? score.cost().work(score.dimension()) : Double.POSITIVE_INFINITY;
    }

    Plot plot(String title) {
        Plot plot = new Plot(
                title,
                Axis.doublings("at most so many times the work of the best one", 0, LARGEST_DOUBLING),
                Axis.linear("share of the problems that are solved", 0, 1.02, 0.2),
                Plot.Legend.LOWER_RIGHT);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            BasicStroke stroke = entry.ours() ? ChartStyle.stroke(2.2f) : ChartStyle.stroke(1.6f, DASHES);
            stairs(plot, entry, COLORS.get(i % COLORS.size()), stroke);
        }
        return plot;
    }

    private void stairs(Plot plot, Entry entry, Color color, BasicStroke stroke) {
        double[] ratios = ratios(entry);
        List<double[]> corners = new ArrayList<>();
        corners.add(new double[] {0, 0});
        for (int i = 0; i < ratios.length; i++) {
            double x = Math.min(Math.log(ratios[i]) / Math.log(2), LARGEST_DOUBLING);
            if (x < LARGEST_DOUBLING) {
                corners.add(new double[] {x, (double) i / ratios.length});
                corners.add(new double[] {x, (i + 1.0) / ratios.length});
            }
        }
        corners.add(new double[] {LARGEST_DOUBLING, corners.get(corners.size() - 1)[1]});
        plot.line(
                entry.title(),
                corners.stream().mapToDouble(corner -> corner[0]).toArray(),
                corners.stream().mapToDouble(corner -> corner[1]).toArray(),
                color,
                stroke,
                false);
    }
}
