package org.cotangent.examples.mixture;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.examples.pictures.Gallery;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Result;

/**
 * Three groups found among 150 irises by four lengths of each, without being told the species: a mixture of normal
 * distributions, fitted by L-BFGS to the derivatives of a plain Java method.
 */
public final class GroupIrises {

    static final int GROUPS = 3;

    /** A covariance of 0.1² cm² keeps groups from shrinking to single flowers. */
    static final double GAMMA = 0.1;

    static final int M = 0;

    private static final double TOLERANCE = 1e-8;

    private final PrintStream out;

    GroupIrises(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints which species are in which group, and draws the groups.
     *
     * @throws IOException if the picture cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        new GroupIrises(System.out).run(Gallery.standard());
    }

    void run(Gallery gallery) throws IOException {
        Irises irises = Irises.all();
        Mixture start = Mixture.start(irises.lengths(), GROUPS);
        Result result = fit(irises, start);
        Mixture mixture = Mixture.of(result.point(), GROUPS, Irises.NAMES.size());
        out.println(result.summary());
        out.printf(Locale.ROOT, "negative log posterior density for each flower: %.12f%n%n", result.value());
        table(irises, mixture);
        if (gallery.isOpen()) {
            gallery.show(GroupCharts.picture(irises, start, mixture));
        }
    }

    static TwiceDifferentiableFunction misfit(double[][] points) {
        int dimension = points[0].length;
        return GaussianMixtureDerivatives.misfit(
                GROUPS, GROUPS, dimension, GROUPS, dimension * (dimension + 1) / 2, points, GAMMA, M);
    }

    static Result fit(Irises irises, Mixture start) {
        return Minimizers.lbfgs(20).tolerance(TOLERANCE).minimize(misfit(irises.lengths()), start.point());
    }

    private void table(Irises irises, Mixture mixture) {
        out.printf("%-8s %8s", "group", "weight");
        Irises.SPECIES.forEach(name -> out.printf(" %11s", name));
        out.println();
        int[][] counts = counts(irises, mixture);
        for (int k = 0; k < GROUPS; k++) {
            out.printf(Locale.ROOT, "%-8d %8.3f", k + 1, mixture.weight(k));
            for (int count : counts[k]) {
                out.printf(" %11d", count);
            }
            out.println();
        }
    }

    /** How many flowers of each species are in each group. */
    static int[][] counts(Irises irises, Mixture mixture) {
        int[][] counts = new int[GROUPS][Irises.SPECIES.size()];
        for (int i = 0; i < irises.species().length; i++) {
            counts[mixture.component(irises.lengths()[i])][irises.species()[i]]++;
        }
        return counts;
    }
}
