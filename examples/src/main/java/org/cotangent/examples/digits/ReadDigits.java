package org.cotangent.examples.digits;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import org.cotangent.ad.function.FiniteSum;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.Summation;
import org.cotangent.examples.pictures.Gallery;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.Trainers;
import org.cotangent.optim.model.DenseNetwork;
import org.cotangent.optim.run.StoppingRules;
import org.cotangent.optim.stochastic.Batches;

/**
 * What a penalty on the weights is good for: the network learned by L-BFGS without one and with one, and by
 * K-FAC with the same one, from six starts; how many of 500 other images are read right, and which are not.
 */
public final class ReadDigits {

    /**
     * Where 297 of the images that are learned from were left out, 1e-4 to 1e-3 read all but 8 or 9 of them, 0 all but
     * 18, in the mean of six starts.
     */
    private static final double PENALTY = 3e-4;

    private static final int SEEDS = 5;
    private static final int ITERATIONS = 100;
    private static final int UPDATES = 25;

    /** Without a penalty the loss falls for ever, and the network is none the better. */
    private static final double TARGET = 1e-4;

    private static final Summation THREADS = Summation.threads(2);

    private final ReadingTask task = new ReadingTask();
    private final PrintStream out;

    ReadDigits(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints a table, a line for each start, and draws what was misread.
     *
     * @throws IOException if the picture cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        new ReadDigits(System.out).run(Gallery.standard());
    }

    void run(Gallery gallery) throws IOException {
        DenseNetwork free = task.network();
        DenseNetwork penalized = free.penalty(PENALTY);
        out.println("of 500         L-BFGS   L-BFGS    K-FAC");
        out.printf("penalty             0  %7.0e  %7.0e%n", PENALTY, PENALTY);
        for (int seed = 0; seed <= SEEDS; seed++) {
            double[] start = seed == 0 ? task.start() : task.start(seed);
            out.printf(
                    Locale.ROOT,
                    "%-12s %8d %8d %8d%n",
                    seed == 0 ? "fixed start" : "seed " + seed,
                    task.right(lbfgs(free, start)),
                    task.right(lbfgs(penalized, start)),
                    task.right(kfac(penalized, start)));
        }
        if (gallery.isOpen()) {
            gallery.show(new MisreadImages(task, lbfgs(penalized, task.start())).picture("digits-misread"));
        }
    }

    private static double[] lbfgs(DenseNetwork network, double[] start) {
        return Minimizers.lbfgs(10)
                .stopWhen(StoppingRules.value(TARGET))
                .maxIterations(ITERATIONS)
                .minimize(FiniteSums.mean((FiniteSum) network, THREADS), start)
                .point();
    }

    private static double[] kfac(DenseNetwork network, double[] start) {
        return Trainers.kfac(Batches.inGivenOrder(network.size()), 0.01, 0.25)
                .epochs(UPDATES)
                .summation(THREADS)
                .minimize(network, start)
                .point();
    }
}
