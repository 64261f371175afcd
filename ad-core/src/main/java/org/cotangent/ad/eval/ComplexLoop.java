package org.cotangent.ad.eval;

import java.util.Arrays;
import org.cotangent.ad.expr.Complex;

/**
 * Runs register code over complex numbers: imaginary parts travel in registers and arrays of their
 * own beside the real parts. Comparisons and casts see real parts only.
 */
final class ComplexLoop {

    private final Run run;
    private final Activation activation;
    private final int[] code;
    private final double[] re;
    private final double[] im;

    private ComplexLoop(Run run, Activation activation) {
        this.run = run;
        this.activation = activation;
        code = activation.body.code;
        re = activation.reals;
        im = activation.imaginaries;
    }

    static void execute(Run run, Activation activation) {
        new ComplexLoop(run, activation).execute();
    }

    private void execute() {
        int pc = 0;
        try {
            while (code[pc] != Code.RETURN) {
                pc = step(pc);
            }
        } catch (IndexOutOfBoundsException | NullPointerException | ArithmeticException failure) {
            throw Faults.explain(failure, activation, code, pc);
        }
    }

    private int step(int pc) {
        switch (code[pc]) {
            case Code.MOVE -> {
                return set(pc, 3, operand(pc + 2));
            }
            case Code.NEGATE -> {
                return set(pc, 3, operand(pc + 2).negate());
            }
            case Code.ADD -> {
                return set(pc, 4, operand(pc + 2).plus(operand(pc + 3)));
            }
            case Code.SUBTRACT -> {
                return set(pc, 4, operand(pc + 2).minus(operand(pc + 3)));
            }
            case Code.MULTIPLY -> {
                return set(pc, 4, operand(pc + 2).times(operand(pc + 3)));
            }
            case Code.DIVIDE -> {
                return set(pc, 4, operand(pc + 2).dividedBy(operand(pc + 3)));
            }
            case Code.MULTIPLY_ADD -> {
                return set(pc, 5, operand(pc + 2).plus(operand(pc + 3).times(operand(pc + 4))));
            }
            case Code.MULTIPLY_SUBTRACT -> {
                return set(pc, 5, operand(pc + 2).minus(operand(pc + 3).times(operand(pc + 4))));
            }
            case Code.REAL1 -> {
                return set(pc, 4, Kernels.op(code[pc + 2]).complexValue(operand(pc + 3)));
            }
            case Code.REAL2 -> {
                return set(pc, 5, Kernels.op(code[pc + 2]).complexValue(operand(pc + 3), operand(pc + 4)));
            }
            case Code.REAL3 -> {
                return set(
                        pc,
                        6,
                        Kernels.op(code[pc + 2]).complexValue(operand(pc + 3), operand(pc + 4), operand(pc + 5)));
            }
            case Code.REAL_INTEGER -> {
                Complex integer = Complex.real((double) activation.integers[code[pc + 4]]);
                return set(pc, 5, Kernels.op(code[pc + 2]).complexValue(operand(pc + 3), integer));
            }
            case Code.WIDEN -> {
                return set(pc, 4, Complex.real(Kernels.WIDEN[code[pc + 2]].of(activation.integers[code[pc + 3]])));
            }
            case Code.SAVE -> {
                run.tapes[code[pc + 1]].push(re[code[pc + 2]], im[code[pc + 2]]);
                return pc + 3;
            }
            case Code.RESTORE -> {
                re[code[pc + 2]] = run.tapes[code[pc + 1]].popReal();
                im[code[pc + 2]] = run.tapes[code[pc + 1]].poppedImaginary();
                return pc + 3;
            }
            default -> {
                return access(pc);
            }
        }
    }

    private int access(int pc) {
        switch (code[pc]) {
            case Code.LOAD -> {
                return set(pc, 4, new Complex(reals(pc + 2)[index(pc + 3)], imaginaries(pc + 2)[index(pc + 3)]));
            }
            case Code.LOAD_FLOAT -> {
                return set(pc, 4, new Complex(floats(pc + 2)[index(pc + 3)], imaginaries(pc + 2)[index(pc + 3)]));
            }
            case Code.STORE -> {
                return store(pc, 4, operand(pc + 3));
            }
            case Code.STORE_FLOAT -> {
                floats(pc + 1)[index(pc + 2)] = (float) re[code[pc + 3]];
                imaginaries(pc + 1)[index(pc + 2)] = im[code[pc + 3]];
                return pc + 4;
            }
            case Code.FILL -> {
                Arrays.fill(reals(pc + 1), re[code[pc + 2]]);
                Arrays.fill(imaginaries(pc + 1), im[code[pc + 2]]);
                return pc + 3;
            }
            case Code.ACCUMULATE -> {
                return store(pc, 4, element(pc).plus(operand(pc + 3)));
            }
            case Code.ACCUMULATE_PRODUCT -> {
                return store(pc, 5, element(pc).plus(operand(pc + 3).times(operand(pc + 4))));
            }
            default -> {
                return Rare.execute(run, activation, code, pc);
            }
        }
    }

    private Complex operand(int position) {
        return new Complex(re[code[position]], im[code[position]]);
    }

    private int set(int pc, int length, Complex value) {
        re[code[pc + 1]] = value.re();
        im[code[pc + 1]] = value.im();
        return pc + length;
    }

    private Complex element(int pc) {
        return new Complex(reals(pc + 1)[index(pc + 2)], imaginaries(pc + 1)[index(pc + 2)]);
    }

    private int store(int pc, int length, Complex value) {
        reals(pc + 1)[index(pc + 2)] = value.re();
        imaginaries(pc + 1)[index(pc + 2)] = value.im();
        return pc + length;
    }

    private int index(int position) {
        return (int) activation.integers[code[position]];
    }

    private double[] reals(int position) {
        return (double[]) activation.references[code[position]];
    }

    private float[] floats(int position) {
        return (float[]) activation.references[code[position]];
    }

    private double[] imaginaries(int position) {
        return (double[]) activation.shadows[code[position]];
    }
}
