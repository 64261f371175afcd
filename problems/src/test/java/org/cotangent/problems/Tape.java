package org.cotangent.problems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A formula as a straight-line program, from the folder of the optimizers' tests: written down independently of
 * the methods here, and with derivatives by the plainest reverse mode.
 */
final class Tape {

    /** Surefire runs tests in the folder of their module. */
    private static final Path FOLDER =
            Path.of("").toAbsolutePath().getParent().resolve("optim/src/test/resources/tapes");

    private final int[][] operands;
    private final double[] constants;
    private final int[] outputs;

    private Tape(int[][] operands, double[] constants, int[] outputs) {
        this.operands = operands;
        this.constants = constants;
        this.outputs = outputs;
    }

    static Tape of(String title) throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("mgh_" + title + ".tape"));
        String[] head = lines.get(0).split(" ", -1);
        int operations = Integer.parseInt(head[3]);
        int first = 1 + Integer.parseInt(head[4]);
        int[][] operands = new int[operations][];
        double[] constants = new double[operations];
        for (int k = 0; k < operations; k++) {
            String[] fields = lines.get(first + k).split(" ", -1);
            operands[k] =
                    Arrays.stream(fields, 0, 3).mapToInt(Integer::parseInt).toArray();
            constants[k] = Double.parseDouble(fields[3]);
        }
        int[] outputs = Arrays.stream(lines.get(first + operations).split(" ", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        return new Tape(operands, constants, outputs);
    }

    double[] residuals(double[] x) {
        double[] values = values(x);
        return Arrays.stream(outputs).mapToDouble(k -> values[k]).toArray();
    }

    /** The gradient of the sum of squares. */
    double[] gradient(double[] x) {
        double[] values = values(x);
        double[] bars = new double[values.length];
        for (int output : outputs) {
            bars[output] += 2 * values[output];
        }
        double[] gradient = new double[x.length];
        for (int k = values.length - 1; k >= 0; k--) {
            int a = operands[k][1];
            int b = operands[k][2];
            switch (operands[k][0]) {
                case 0 -> gradient[a] += bars[k];
                case 1 -> {}
                case 2 -> add(bars, a, 1, b, 1, k);
                case 3 -> add(bars, a, 1, b, -1, k);
                case 4 -> add(bars, a, values[b], b, values[a], k);
                case 5 -> add(bars, a, 1 / values[b], b, -values[k] / values[b], k);
                default -> bars[a] += slope(k, values[a]) * bars[k];
            }
        }
        return gradient;
    }

    private static void add(double[] bars, int a, double byA, int b, double byB, int k) {
        bars[a] += byA * bars[k];
        bars[b] += byB * bars[k];
    }

    private double[] values(double[] x) {
        double[] values = new double[operands.length];
        for (int k = 0; k < values.length; k++) {
            int a = operands[k][1];
            int b = operands[k][2];
            values[k] = switch (operands[k][0]) {
                case 0 -> x[a];
                case 1 -> constants[k];
                case 2 -> values[a] + values[b];
                case 3 -> values[a] - values[b];
                case 4 -> values[a] * values[b];
                case 5 -> values[a] / values[b];
                default -> map(k, values[a]);
            };
        }
        return values;
    }

    private double map(int k, double v) {
        return switch (operands[k][0]) {
            case 6 -> -v;
            case 7 -> Math.exp(v);
            case 8 -> Math.log(v);
            case 9 -> Math.sin(v);
            case 10 -> Math.cos(v);
            case 11 -> Math.atan(v);
            case 12 -> Math.sqrt(v);
            case 13 -> Math.pow(v, constants[k]);
            case 14 -> Math.abs(v);
            default -> throw new IllegalArgumentException("operation " + operands[k][0]);
        };
    }

    private double slope(int k, double v) {
        return switch (operands[k][0]) {
            case 6 -> -1;
            case 7 -> Math.exp(v);
            case 8 -> 1 / v;
            case 9 -> Math.cos(v);
            case 10 -> -Math.sin(v);
            case 11 -> 1 / (1 + v * v);
            case 12 -> 0.5 / Math.sqrt(v);
            case 13 -> constants[k] * Math.pow(v, constants[k] - 1);
            case 14 -> Math.signum(v);
            default -> throw new IllegalArgumentException("operation " + operands[k][0]);
        };
    }
}
