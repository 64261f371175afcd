package org.cotangent.examples.digits;

import java.util.SplittableRandom;
import org.cotangent.optim.model.Activation;
import org.cotangent.optim.model.DenseLayer;
import org.cotangent.optim.model.DenseNetwork;
import org.cotangent.optim.model.SoftmaxCrossEntropy;

/** A network with 32 hidden units that learns to read 1297 digits, and 500 others that it is tried on. */
final class ReadingTask {

    static final int DIGITS = 10;

    private static final int UNITS = 32;
    private static final int LEARNED_FROM = 1297;

    private static final double SIZE = 0.2;

    private final DigitImages others = DigitImages.all().from(LEARNED_FROM);
    private final DenseNetwork network;

    ReadingTask() {
        DigitImages known = DigitImages.all().first(LEARNED_FROM);
        network = new DenseNetwork(
                known.pixels(), new int[] {UNITS}, Activation.TANH, new SoftmaxCrossEntropy(known.digits(), DIGITS));
    }

    /** The mean cross-entropy over the images that are learned from, without penalty. */
    DenseNetwork network() {
        return network;
    }

    DigitImages others() {
        return others;
    }

    /** Small weights without pattern, the same on every machine; offsets 0. */
    double[] start() {
        double[] start = new double[network.dimension()];
        DenseLayer first = network.layers().get(0);
        DenseLayer second = network.layers().get(1);
        for (int k = first.from(); k < first.offsets(); k++) {
            start[k] = SIZE * Math.sin(1.0 + k);
        }
        for (int k = 0; k < UNITS * DIGITS; k++) {
            start[second.from() + k] = SIZE * Math.cos(1.0 + k);
        }
        return start;
    }

    /** Random weights and offsets of the same size. */
    double[] start(long seed) {
        return new SplittableRandom(seed)
                .doubles(network.dimension(), -SIZE, SIZE)
                .toArray();
    }

    /** How many of the 500 are read right. */
    int right(double[] point) {
        int right = 0;
        for (int i = 0; i < others.digits().length; i++) {
            right += read(point, i) == others.digits()[i] ? 1 : 0;
        }
        return right;
    }

    /** What one of the 500 is read as. */
    int read(double[] point, int other) {
        double[] scores = network.outputs(point, others.pixels()[other]);
        int best = 0;
        for (int k = 1; k < DIGITS; k++) {
            best = scores[k] > scores[best] ? k : best;
        }
        return best;
    }
}
