package org.cotangent.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.cotangent.examples.digits.Recognition;
import org.cotangent.optim.model.Activation;
import org.cotangent.optim.model.DenseLayer;
import org.cotangent.optim.model.DenseNetwork;
import org.cotangent.optim.model.SoftmaxCrossEntropy;

/**
 * A network 64-32-10 of tanh that learns to read 1297 images of digits, and where to begin.
 *
 * @param network with its loss over the images
 * @param target the loss to be reached
 */
record LearningTask(DenseNetwork network, double target) {

    private static final String FILE = "/digits/digits.csv.gz";
    private static final double BLACK = 16;
    private static final int PIXELS = 64;
    private static final int UNITS = 32;
    private static final int DIGITS = 10;
    private static final int IMAGES = 1297;

    /** The task with a penalty on all variables, 0 for none. */
    static LearningTask of(double penalty, double target) {
        int[][] rows = rows();
        double[][] pixels = Arrays.stream(rows)
                .map(row -> Arrays.stream(row, 0, PIXELS)
                        .mapToDouble(pixel -> pixel / BLACK)
                        .toArray())
                .toArray(double[][]::new);
        int[] digits = Arrays.stream(rows).mapToInt(row -> row[PIXELS]).toArray();
        DenseNetwork network =
                new DenseNetwork(pixels, new int[] {UNITS}, Activation.TANH, new SoftmaxCrossEntropy(digits, DIGITS));
        return new LearningTask(network.penalty(penalty), target);
    }

    private static int[][] rows() {
        try (InputStream file =
                        Objects.requireNonNull(Recognition.class.getResourceAsStream(FILE), FILE + " is missing");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(file), StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .limit(IMAGES)
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToInt(Integer::parseInt)
                            .toArray())
                    .toArray(int[][]::new);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read " + FILE, problem);
        }
    }

    /** One that follows from a formula, and five at random, see {@link DenseNetwork#start}. */
    List<double[]> starts() {
        return List.of(
                formula(), network.start(1), network.start(2), network.start(3), network.start(4), network.start(5));
    }

    private double[] formula() {
        double[] start = new double[network.dimension()];
        DenseLayer first = network.layers().get(0);
        DenseLayer second = network.layers().get(1);
        for (int k = 0; first.from() + k < first.offsets(); k++) {
            start[first.from() + k] = 0.2 * Math.sin(1 + k);
        }
        for (int k = 0; second.from() + k < second.offsets(); k++) {
            start[second.from() + k] = 0.2 * Math.cos(1 + k);
        }
        return start;
    }
}
