package org.cotangent.examples.downhill;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotangent.examples.downhill.Trace.Stop;
import org.cotangent.examples.pictures.Axis;
import org.cotangent.examples.pictures.ChartStyle;
import org.cotangent.examples.pictures.Gallery;
import org.cotangent.examples.pictures.Plot;
import org.cotangent.optim.run.Counts;
import org.cotangent.optim.run.Observer;
import org.cotangent.optim.run.Result;
import org.cotangent.problems.Problems;
import org.cotangent.problems.TestProblem;

/**
 * Five minimizers on the functions of Rosenbrock, Beale and Himmelblau: the paths they take over the map, and how
 * fast the gradient vanishes on Rosenbrock's valley of 2 and of 100 variables.
 */
public final class Landscapes {

    /** Pixels. */
    private static final int WIDTH = 430;

    private static final int HEIGHT = 380;

    /** Of the grid, in each direction. */
    private static final int CELLS = 200;

    private static final Color LEVEL = new Color(185, 185, 185);

    private static final BasicStroke THIN = ChartStyle.stroke(0.8f);

    /** As shares of the width of a window: less is not seen. */
    private static final double SHORTEST_STEP = 1.0 / 400;

    private static final double INVISIBLE = 5e-4;

    /** On a logarithmic axis of four decades. */
    private static final int COLUMNS_PER_DECADE = 60;

    private static final int MANY = 100;

    /** More dots than these would hide the path. */
    private static final int MANY_STOPS = 60;

    /** What is below leaves the plot; 0 has no logarithm. */
    private static final double LOWEST = 1e-15;

    private static final Color MINIMUM = new Color(204, 121, 167);

    private final PrintStream out;
    private final Gallery gallery;

    Landscapes(PrintStream out, Gallery gallery) {
        this.out = out;
        this.gallery = gallery;
    }

    /**
     * Prints where each minimizer ended and writes two pictures.
     *
     * @throws IOException if a picture cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        new Landscapes(System.out, Gallery.standard()).run();
    }

    void run() throws IOException {
        out.printf(
                "%-11s %-20s %22s %10s %11s %9s %9s%n",
                "function", "method", "end", "value", "evaluations", "products", "Hessians");
        List<Plot> maps = List.of(
                map(Problems.rosenbrock(2), new Window(-1.5, 1.5, -0.5, 1.9), 0.5, -2, 3, Plot.Legend.UPPER_MIDDLE),
                map(Problems.beale(), new Window(0.5, 3.9, -0.7, 1.3), 0.5, -3, 2, Plot.Legend.NONE),
                map(Problems.himmelblau(), new Window(-5, 5, -5, 5), 2, 0, 2.5, Plot.Legend.NONE),
                map(Problems.rastrigin(2), new Window(-2.5, 1.5, -2, 2), 0.5, 0.2, 1.7, Plot.Legend.NONE));
        List<Plot> curves = List.of(
                curves("Rosenbrock, 2 variables", Problems.rosenbrock(2)),
                curves("Rosenbrock, 100 variables", Problems.rosenbrock(MANY)));
        if (gallery.isOpen()) {
            gallery.show(Plot.grid("paths", 2, WIDTH, HEIGHT, maps));
            gallery.show(Plot.grid("convergence", 2, WIDTH, HEIGHT, curves));
        }
    }

    private Plot map(
            TestProblem problem, Window window, double tick, double lowest, double highest, Plot.Legend legend) {
        String title = problem.title().substring(0, 1).toUpperCase(Locale.ROOT)
                + problem.title().substring(1);
        Plot plot = new Plot(
                title,
                Axis.linear("x", window.left(), window.right(), tick),
                Axis.linear("y", window.bottom(), window.top(), tick),
                legend);
        Contours contours = new Contours(problem.function(), window, CELLS, CELLS);
        for (double power = lowest; power <= highest; power += 0.5) {
            for (Contours.Line exact : contours.at(Math.pow(10, power))) {
                Contours.Line line = Thinning.bends(exact, INVISIBLE * window.width());
                plot.line("", line.x(), line.y(), LEVEL, THIN, false);
            }
        }
        double[] start = problem.start();
        for (Walker walker : Walker.all()) {
            Trace trace = new Trace(start);
            Result result = walker.run().minimize(problem.function(), trace, start);
            report(problem, walker, result);
            List<Stop> stops = Thinning.apart(trace.stops(), window.width() * SHORTEST_STEP);
            plot.line(
                    walker.title(),
                    stops.stream().mapToDouble(Stop::x).toArray(),
                    stops.stream().mapToDouble(Stop::y).toArray(),
                    walker.color(),
                    walker.stroke(),
                    stops.size() < MANY_STOPS);
        }
        problem.minima().forEach(minimum -> minimum.point().ifPresent(x -> plot.spot(x[0], x[1], MINIMUM)));
        return plot;
    }

    private void report(TestProblem problem, Walker walker, Result result) {
        double[] end = result.point();
        out.printf(
                Locale.ROOT,
                "%-11s %-20s (%9.6f, %9.6f) %10.1e %,11d %,9d %,9d%n",
                problem.title(),
                walker.title(),
                end[0],
                end[1],
                result.value(),
                result.evaluations(),
                result.counts().products(),
                result.counts().hessians());
    }

    private static Plot curves(String title, TestProblem problem) {
        Plot plot = new Plot(
                title,
                Axis.decades("evaluations + products + n for each Hessian", 0, 5, 1),
                Axis.decades("norm of the gradient", -12, 4, 2),
                Plot.Legend.LOWER_LEFT);
        int n = problem.dimension();
        for (Walker walker : Walker.all()) {
            List<Stop> stops = new ArrayList<>();
            walker.run()
                    .minimize(
                            problem.function(),
                            iterate -> {
                                Counts counts = iterate.counts();
                                long work = counts.evaluations() + counts.products() + n * counts.hessians();
                                stops.add(new Stop(0, 0, work, iterate.gradientNorm()));
                                return Observer.Decision.CONTINUE;
                            },
                            problem.start());
            List<Stop> kept = Thinning.envelope(stops, COLUMNS_PER_DECADE);
            plot.line(
                    walker.title(),
                    kept.stream()
                            .mapToDouble(stop -> Math.log10((double) stop.evaluations()))
                            .toArray(),
                    kept.stream()
                            .mapToDouble(stop -> Math.log10(Math.max(stop.gradientNorm(), LOWEST)))
                            .toArray(),
                    walker.color(),
                    walker.stroke(),
                    false);
        }
        return plot;
    }
}
