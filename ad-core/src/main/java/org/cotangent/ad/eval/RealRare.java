package org.cotangent.ad.eval;

import java.util.Arrays;

/** Instructions over doubles that are not frequent enough for the main loop. */
final class RealRare {

    private RealRare() {}

    /** Executes the instruction at a position and gives the next position. */
    static int execute(Run run, Activation a, int[] code, int pc) {
        double[] d = a.reals;
        switch (code[pc]) {
            case Code.REAL2 -> {
                d[code[pc + 1]] = Kernels.REAL2[code[pc + 2]].of(d[code[pc + 3]], d[code[pc + 4]]);
                return pc + 5;
            }
            case Code.REAL3 -> {
                d[code[pc + 1]] = Kernels.REAL3[code[pc + 2]].of(d[code[pc + 3]], d[code[pc + 4]], d[code[pc + 5]]);
                return pc + 6;
            }
            case Code.REAL_INTEGER -> {
                d[code[pc + 1]] = Kernels.REAL_INTEGER[code[pc + 2]].of(d[code[pc + 3]], a.integers[code[pc + 4]]);
                return pc + 5;
            }
            case Code.WIDEN -> {
                d[code[pc + 1]] = Kernels.WIDEN[code[pc + 2]].of(a.integers[code[pc + 3]]);
                return pc + 4;
            }
            case Code.FILL -> {
                Arrays.fill((double[]) a.references[code[pc + 1]], d[code[pc + 2]]);
                return pc + 3;
            }
            case Code.LOAD_FLOAT -> {
                d[code[pc + 1]] = ((float[]) a.references[code[pc + 2]])[(int) a.integers[code[pc + 3]]];
                return pc + 4;
            }
            case Code.STORE_FLOAT -> {
                ((float[]) a.references[code[pc + 1]])[(int) a.integers[code[pc + 2]]] = (float) d[code[pc + 3]];
                return pc + 4;
            }
            default -> {
                return Rare.execute(run, a, code, pc);
            }
        }
    }
}
