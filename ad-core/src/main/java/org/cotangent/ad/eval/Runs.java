package org.cotangent.ad.eval;

import org.cotangent.ad.expr.Kernel;

/**
 * Executes runs of equal instructions, see {@link Scheduling}: a loop each, small enough to be
 * compiled well.
 */
final class Runs {

    private static final int OPERANDS = 3;

    private Runs() {}

    /** Executes the run at a position and gives the next position. */
    static int execute(int[] code, int pc, double[] d, long[] l, Object[] r) {
        int p = pc + OPERANDS;
        int count = code[pc + 2];
        switch (code[pc + 1]) {
            case Code.MOVE -> {
                return move(code, p, p + 2 * count, d);
            }
            case Code.NEGATE -> {
                return negate(code, p, p + 2 * count, d);
            }
            case Code.ADD -> {
                return add(code, p, p + 3 * count, d);
            }
            case Code.SUBTRACT -> {
                return subtract(code, p, p + 3 * count, d);
            }
            case Code.MULTIPLY -> {
                return multiply(code, p, p + 3 * count, d);
            }
            case Code.DIVIDE -> {
                return divide(code, p, p + 3 * count, d);
            }
            case Code.MULTIPLY_ADD -> {
                return multiplyAdd(code, p, p + 4 * count, d);
            }
            case Code.MULTIPLY_SUBTRACT -> {
                return multiplySubtract(code, p, p + 4 * count, d);
            }
            case Code.REAL1 -> {
                return kernel(code, p + 1, p + 1 + 2 * count, d, Kernels.REAL1[code[p]]);
            }
            default -> {
                return access(code, pc, d, l, r);
            }
        }
    }

    private static int access(int[] code, int pc, double[] d, long[] l, Object[] r) {
        int p = pc + OPERANDS;
        int count = code[pc + 2];
        switch (code[pc + 1]) {
            case Code.LOAD -> {
                return load(code, p, p + 3 * count, d, l, r);
            }
            case Code.STORE -> {
                return store(code, p, p + 3 * count, d, l, r);
            }
            case Code.ACCUMULATE -> {
                return accumulate(code, p, p + 3 * count, d, l, r);
            }
            case Code.ACCUMULATE_PRODUCT -> {
                return accumulateProduct(code, p, p + 4 * count, d, l, r);
            }
            default ->
                throw new IllegalStateException("a run of instruction " + code[pc + 1] + ", expected arithmetic");
        }
    }

    private static int move(int[] code, int start, int end, double[] d) {
        for (int p = start; p < end; p += 2) {
            d[code[p]] = d[code[p + 1]];
        }
        return end;
    }

    private static int negate(int[] code, int start, int end, double[] d) {
        for (int p = start; p < end; p += 2) {
            d[code[p]] = -d[code[p + 1]];
        }
        return end;
    }

    private static int add(int[] code, int start, int end, double[] d) {
        for (int p = start; p < end; p += 3) {
            d[code[p]] = d[code[p + 1]] + d[code[p + 2]];
        }
        return end;
    }

    private static int subtract(int[] code, int start, int end, double[] d) {
        for (int p = start; p < end; p += 3) {
            d[code[p]] = d[code[p + 1]] - d[code[p + 2]];
        }
        return end;
    }

    private static int multiply(int[] code, int start, int end, double[] d) {
        for (int p = start; p < end; p += 3) {
            d[code[p]] = d[code[p + 1]] * d[code[p + 2]];
        }
        return end;
    }

    private static int divide(int[] code, int start, int end, double[] d) {
        for (int p = start; p < end; p += 3) {
            d[code[p]] = d[code[p + 1]] / d[code[p + 2]];
        }
        return end;
    }

    private static int multiplyAdd(int[] code, int start, int end, double[] d) {
        for (int p = start; p < end; p += 4) {
            d[code[p]] = d[code[p + 1]] + d[code[p + 2]] * d[code[p + 3]];
        }
        return end;
    }

    private static int multiplySubtract(int[] code, int start, int end, double[] d) {
        for (int p = start; p < end; p += 4) {
            d[code[p]] = d[code[p + 1]] - d[code[p + 2]] * d[code[p + 3]];
        }
        return end;
    }

    private static int kernel(int[] code, int start, int end, double[] d, Kernel.Unary kernel) {
        for (int p = start; p < end; p += 2) {
            d[code[p]] = kernel.of(d[code[p + 1]]);
        }
        return end;
    }

    private static int load(int[] code, int start, int end, double[] d, long[] l, Object[] r) {
        for (int p = start; p < end; p += 3) {
            d[code[p]] = ((double[]) r[code[p + 1]])[(int) l[code[p + 2]]];
        }
        return end;
    }

    private static int store(int[] code, int start, int end, double[] d, long[] l, Object[] r) {
        for (int p = start; p < end; p += 3) {
            ((double[]) r[code[p]])[(int) l[code[p + 1]]] = d[code[p + 2]];
        }
        return end;
    }

    private static int accumulate(int[] code, int start, int end, double[] d, long[] l, Object[] r) {
        for (int p = start; p < end; p += 3) {
            ((double[]) r[code[p]])[(int) l[code[p + 1]]] += d[code[p + 2]];
        }
        return end;
    }

    private static int accumulateProduct(int[] code, int start, int end, double[] d, long[] l, Object[] r) {
        for (int p = start; p < end; p += 4) {
            ((double[]) r[code[p]])[(int) l[code[p + 1]]] += d[code[p + 2]] * d[code[p + 3]];
        }
        return end;
    }
}
