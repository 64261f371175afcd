package org.cotangent.examples.learning;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cotangent.ad.function.FiniteSum;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.examples.pictures.Gallery;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.Trainers;
import org.cotangent.optim.run.Configured;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StoppingRules;
import org.cotangent.optim.stochastic.Batches;
import org.cotangent.optim.stochastic.TrainingResult;

/**
 * What Adam sees of curvature: bowls of 20 variables whose curvatures differ by up to a million, along the axes and
 * along others, and the work until the minimum is a thousand times nearer. Adam scales every variable by itself, as a
 * quasi-Newton method with a diagonal matrix would: along the axes it does not see the condition number at all, along
 * others it sees it as plain gradients do.
 */
public final class ConditionNumbers {

    static final List<Double> CONDITIONS = List.of(1.0, 10.0, 1e2, 1e3, 1e4, 1e5, 1e6);

    private static final int VARIABLES = 20;
    private static final double NEARER = 1e-3;
    private static final int MOST = 100_000;

    /** Of Adam, of which the best counts. */
    private static final double[] RATES = {1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001};

    private final PrintStream out;

    ConditionNumbers(PrintStream out) {
        this.out = out;
    }

    /**
     * The work of a method.
     *
     * @param title of its line
     * @param counts of gradients and products with the Hessian for each condition number, infinite where it does not arrive
     */
    record Work(String title, double[] counts) {}

    /** A method: the work on a bowl with a condition number. */
    private interface Method {
        double work(TwiceDifferentiableFunction bowl, double condition, double[] start);
    }

    /**
     * Prints the tables and draws them.
     *
     * @throws IOException if the picture cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        new ConditionNumbers(System.out).run(Gallery.standard());
    }

    void run(Gallery gallery) throws IOException {
        List<Work> straight = works(Bowl.straight(VARIABLES));
        List<Work> turned = works(Bowl.turned(VARIABLES));
        print("along the axes", straight);
        print("along others", turned);
        if (gallery.isOpen()) {
            gallery.show(ConditionCurves.picture("condition-numbers", straight, turned));
        }
    }

    private void print(String title, List<Work> works) {
        out.printf("%-18s", title);
        CONDITIONS.forEach(condition -> out.printf(Locale.ROOT, "%9.0e", condition));
        out.println();
        for (Work work : works) {
            out.printf("%-18s", work.title());
            for (double count : work.counts()) {
                out.printf(
                        Locale.ROOT,
                        "%9s",
                        Double.isInfinite(count) ? "-" : String.format(Locale.ROOT, "%,.0f", count));
            }
            out.println();
        }
        out.println();
    }

    static List<Work> works(double[][] axes) {
        return List.of(
                // The best fixed step: 2 over the sum of smallest and largest curvature.
                work(
                        "gradient descent",
                        axes,
                        (bowl, condition, start) ->
                                counted(nearer(Minimizers.gradientDescent(2 / (1 + condition)), start)
                                        .minimize(bowl, start))),
                work("Adam", axes, (bowl, condition, start) -> adam(bowl, start)),
                work(
                        "L-BFGS",
                        axes,
                        (bowl, condition, start) ->
                                counted(nearer(Minimizers.lbfgs(10), start).minimize(bowl, start))),
                work(
                        "Newton-CG",
                        axes,
                        (bowl, condition, start) ->
                                counted(nearer(Minimizers.newtonCg(), start).minimize(bowl, start))));
    }

    private static Work work(String title, double[][] axes, Method method) {
        double[] start = start(axes);
        double[] counts = CONDITIONS.stream()
                .mapToDouble(condition -> {
                    double[] curvatures = Bowl.curvatures(VARIABLES, condition);
                    return method.work(Bowl.of(Bowl.hessian(axes, curvatures)), condition, start);
                })
                .toArray();
        return new Work(title, counts);
    }

    /** Along the axes of the bowl from 0.5 to 1.45, whatever these are. */
    private static double[] start(double[][] axes) {
        double[] start = new double[VARIABLES];
        for (int i = 0; i < VARIABLES; i++) {
            for (int k = 0; k < VARIABLES; k++) {
                start[i] += axes[i][k] * (0.5 + (double) k / VARIABLES);
            }
        }
        return start;
    }

    /** The work with the best rate; no other is followed for longer than the best one before took. */
    private static double adam(TwiceDifferentiableFunction bowl, double[] start) {
        double least = Double.POSITIVE_INFINITY;
        for (double rate : RATES) {
            least = Math.min(least, adam(bowl, rate, start, (int) Math.min(MOST, least)));
        }
        return least;
    }

    private static double adam(TwiceDifferentiableFunction bowl, double rate, double[] start, int most) {
        FiniteSum one = FiniteSums.of(List.of(bowl));
        TrainingResult result = nearer(Trainers.adam(Batches.inGivenOrder(1), rate), start)
                .maxIterations(most)
                .minimize(one, start);
        return result.status() == Status.STOPPED_BY_RULE ? result.updates() : Double.POSITIVE_INFINITY;
    }

    private static double counted(Result result) {
        return result.status() == Status.STOPPED_BY_RULE ? result.counts().calls() : Double.POSITIVE_INFINITY;
    }

    /** Ends where the minimum, at 0, is a thousand times nearer than it was. */
    private static <M extends Configured<M>> M nearer(M method, double[] start) {
        double limit = NEARER * Math.sqrt(Arrays.stream(start).map(x -> x * x).sum());
        return method.stopWhen(StoppingRules.when("near the minimum", iterate -> iterate.pointNorm() <= limit))
                .maxIterations(MOST);
    }
}
