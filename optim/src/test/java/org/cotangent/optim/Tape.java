package org.cotangent.optim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A formula as a straight-line program, with value, Jacobian and Hessians by second-order forward
 * mode: an evaluator that shares nothing with the code under test.
 */
final class Tape {

    private final int inputs;
    private final int[][] operands;
    private final double[] constants;
    private final int[] outputs;
    private final double[][] starts;

    private Tape(int inputs, int[][] operands, double[] constants, int[] outputs, double[][] starts) {
        this.inputs = inputs;
        this.operands = operands;
        this.constants = constants;
        this.outputs = outputs;
        this.starts = starts;
    }

    /** Reads tapes/NAME.tape. */
    static Tape read(String name) {
        String resource = "/tapes/" + name + ".tape";
        try (InputStream in = Objects.requireNonNull(Tape.class.getResourceAsStream(resource), resource)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tape parse(List<String> lines) {
        String[] head = lines.get(0).split(" ", -1);
        int operations = Integer.parseInt(head[3]);
        int startCount = Integer.parseInt(head[4]);
        double[][] starts = new double[startCount][];
        for (int k = 0; k < startCount; k++) {
            starts[k] = doubles(lines.get(1 + k).split(" ", -1));
        }
        int[][] operands = new int[operations][3];
        double[] constants = new double[operations];
        for (int k = 0; k < operations; k++) {
            String[] fields = lines.get(1 + startCount + k).split(" ", -1);
            for (int j = 0; j < 3; j++) {
                operands[k][j] = Integer.parseInt(fields[j]);
            }
            constants[k] = Double.parseDouble(fields[3]);
        }
        String[] last = lines.get(1 + startCount + operations).split(" ", -1);
        int[] outputs = new int[last.length];
        for (int i = 0; i < last.length; i++) {
            outputs[i] = Integer.parseInt(last[i]);
        }
        return new Tape(Integer.parseInt(head[1]), operands, constants, outputs, starts);
    }

    private static double[] doubles(String[] fields) {
        double[] numbers = new double[fields.length];
        for (int i = 0; i < fields.length; i++) {
            numbers[i] = Double.parseDouble(fields[i]);
        }
        return numbers;
    }

    int inputs() {
        return inputs;
    }

    int outputs() {
        return outputs.length;
    }

    /** The k-th starting point, from 1. */
    double[] start(int k) {
        return starts[k - 1].clone();
    }

    /** Runs the program with derivatives up to an order of 0, 1 or 2. */
    Jet[] run(double[] x, int order) {
        Jet[] values = new Jet[operands.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = operation(k, values, x, order);
        }
        Jet[] results = new Jet[outputs.length];
        for (int i = 0; i < results.length; i++) {
            results[i] = values[outputs[i]];
        }
        return results;
    }

    private Jet operation(int k, Jet[] values, double[] x, int order) {
        int[] code = operands[k];
        double c = constants[k];
        if (code[0] == 0) {
            return Jet.variable(x, code[1], order);
        }
        if (code[0] == 1) {
            return Jet.constant(c, inputs, order);
        }
        Jet a = values[code[1]];
        return switch (code[0]) {
            case 2 -> a.plus(1, values[code[2]]);
            case 3 -> a.plus(-1, values[code[2]]);
            case 4 -> a.times(values[code[2]]);
            case 5 -> a.dividedBy(values[code[2]]);
            default -> unary(code[0], a, c);
        };
    }

    private static Jet unary(int code, Jet a, double c) {
        double v = a.value();
        return switch (code) {
            case 6 -> a.map(-v, -1, 0);
            case 7 -> a.map(Math.exp(v), Math.exp(v), Math.exp(v));
            case 8 -> a.map(Math.log(v), 1 / v, -1 / (v * v));
            case 9 -> a.map(Math.sin(v), Math.cos(v), -Math.sin(v));
            case 10 -> a.map(Math.cos(v), -Math.sin(v), -Math.cos(v));
            case 11 -> a.map(Math.atan(v), 1 / (1 + v * v), -2 * v / ((1 + v * v) * (1 + v * v)));
            case 12 -> a.map(Math.sqrt(v), 0.5 / Math.sqrt(v), -0.25 / (v * Math.sqrt(v)));
            case 13 -> a.map(Math.pow(v, c), c * Math.pow(v, c - 1), c * (c - 1) * Math.pow(v, c - 2));
            case 14 -> a.map(Math.abs(v), Math.signum(v), 0);
            default -> throw new IllegalArgumentException("operation " + code);
        };
    }
}
