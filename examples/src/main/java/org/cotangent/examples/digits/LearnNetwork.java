package org.cotangent.examples.digits;

import java.io.PrintStream;
import java.util.Locale;
import org.cotangent.ad.function.FiniteSum;
import org.cotangent.ad.function.FiniteSums;
import org.cotangent.ad.function.Summation;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.Trainers;
import org.cotangent.optim.model.Activation;
import org.cotangent.optim.model.DenseNetwork;
import org.cotangent.optim.model.SoftmaxCrossEntropy;
import org.cotangent.optim.run.Result;
import org.cotangent.optim.stochastic.Batches;
import org.cotangent.optim.stochastic.Trainer;
import org.cotangent.optim.stochastic.TrainingResult;

/**
 * A network with 32 hidden units that reads digits, learned in five ways from the same 1297 images: what each of
 * them spends, and how many of 500 others are recognised.
 */
public final class LearnNetwork {

    private static final int UNITS = 32;
    private static final int DIGITS = 10;
    private static final int LEARNED_FROM = 1297;

    private final DigitImages others = DigitImages.all().from(LEARNED_FROM);
    private final DenseNetwork network;
    private final PrintStream out;

    LearnNetwork(PrintStream out) {
        this.out = out;
        DigitImages known = DigitImages.all().first(LEARNED_FROM);
        network = new DenseNetwork(
                known.pixels(), new int[] {UNITS}, Activation.TANH, new SoftmaxCrossEntropy(known.digits(), DIGITS));
    }

    /** Prints a table, a line for each method. */
    public static void main(String[] arguments) {
        new LearnNetwork(System.out).run();
    }

    void run() {
        out.println("method             updates   calls       loss   of 500");
        Batches small = Batches.shuffled(32, 1);
        Batches large = Batches.shuffled(256, 1);
        Batches all = Batches.inGivenOrder(LEARNED_FROM);
        trained("momentum", Trainers.momentum(small, 0.1, 0.9).epochs(30));
        trained("Adam", Trainers.adam(small, 3e-3).epochs(30));
        Summation threads = Summation.threads(2);
        TrainingResult kfac =
                Trainers.kfac(all, 0.01, 0.25).epochs(20).summation(threads).minimize(network, start());
        row("K-FAC", kfac.updates(), kfac.result());
        Result hessianFree =
                Trainers.hessianFree(large).maxIterations(40).summation(threads).minimize(network, start());
        row("Hessian-free", hessianFree.iterations(), hessianFree);
        Result lbfgs = Minimizers.lbfgs(10).maxIterations(100).minimize(FiniteSums.mean(network, threads), start());
        row("L-BFGS", lbfgs.iterations(), lbfgs);
    }

    private void trained(String name, Trainer<FiniteSum> method) {
        TrainingResult result = method.minimize(network, start());
        row(name, result.updates(), result.result());
    }

    private void row(String name, long updates, Result result) {
        out.printf(
                Locale.ROOT,
                "%-16s %9d %7d %10.5f %8d%n",
                name,
                updates,
                result.counts().calls(),
                result.value(),
                right(result.point()));
    }

    DenseNetwork network() {
        return network;
    }

    /** Small weights without pattern, the same on every machine; offsets 0. */
    double[] start() {
        double[] start = new double[network.dimension()];
        int second = network.layers().get(0).to();
        for (int k = 0; k < network.layers().get(0).offsets(); k++) {
            start[k] = 0.2 * Math.sin(1.0 + k);
        }
        for (int k = 0; k < UNITS * DIGITS; k++) {
            start[second + k] = 0.2 * Math.cos(1.0 + k);
        }
        return start;
    }

    private int right(double[] point) {
        int right = 0;
        for (int i = 0; i < others.digits().length; i++) {
            double[] scores = network.outputs(point, others.pixels()[i]);
            int best = 0;
            for (int k = 1; k < DIGITS; k++) {
                best = scores[k] > scores[best] ? k : best;
            }
            right += best == others.digits()[i] ? 1 : 0;
        }
        return right;
    }
}
