package org.cotangent.ad.eval;

/**
 * Runs register code over doubles.
 *
 * <p>One method that the just-in-time compiler takes whole: it must stay below 8,000 bytes of
 * bytecode, over which HotSpot never compiles a method; a test reads the class file. What is not
 * frequent is done by {@link RealRare}.
 */
final class RealLoop {

    private RealLoop() {}

    static void execute(Run run, Activation activation) {
        int[] code = activation.body.scheduled;
        double[] d = activation.reals;
        long[] l = activation.integers;
        Object[] r = activation.references;
        int pc = 0;
        try {
            while (true) {
                switch (code[pc]) {
                    case Code.RETURN -> {
                        return;
                    }
                    case Code.MOVE -> {
                        d[code[pc + 1]] = d[code[pc + 2]];
                        pc += 3;
                    }
                    case Code.NEGATE -> {
                        d[code[pc + 1]] = -d[code[pc + 2]];
                        pc += 3;
                    }
                    case Code.ADD -> {
                        d[code[pc + 1]] = d[code[pc + 2]] + d[code[pc + 3]];
                        pc += 4;
                    }
                    case Code.SUBTRACT -> {
                        d[code[pc + 1]] = d[code[pc + 2]] - d[code[pc + 3]];
                        pc += 4;
                    }
                    case Code.MULTIPLY -> {
                        d[code[pc + 1]] = d[code[pc + 2]] * d[code[pc + 3]];
                        pc += 4;
                    }
                    case Code.DIVIDE -> {
                        d[code[pc + 1]] = d[code[pc + 2]] / d[code[pc + 3]];
                        pc += 4;
                    }
                    case Code.MULTIPLY_ADD -> {
                        d[code[pc + 1]] = d[code[pc + 2]] + d[code[pc + 3]] * d[code[pc + 4]];
                        pc += 5;
                    }
                    case Code.MULTIPLY_SUBTRACT -> {
                        d[code[pc + 1]] = d[code[pc + 2]] - d[code[pc + 3]] * d[code[pc + 4]];
                        pc += 5;
                    }
                    case Code.LOAD -> {
                        d[code[pc + 1]] = ((double[]) r[code[pc + 2]])[(int) l[code[pc + 3]]];
                        pc += 4;
                    }
                    case Code.STORE -> {
                        ((double[]) r[code[pc + 1]])[(int) l[code[pc + 2]]] = d[code[pc + 3]];
                        pc += 4;
                    }
                    case Code.ACCUMULATE -> {
                        ((double[]) r[code[pc + 1]])[(int) l[code[pc + 2]]] += d[code[pc + 3]];
                        pc += 4;
                    }
                    case Code.ACCUMULATE_PRODUCT -> {
                        ((double[]) r[code[pc + 1]])[(int) l[code[pc + 2]]] += d[code[pc + 3]] * d[code[pc + 4]];
                        pc += 5;
                    }
                    case Code.LOAD_REFERENCE -> {
                        r[code[pc + 1]] = ((Object[]) r[code[pc + 2]])[(int) l[code[pc + 3]]];
                        pc += 4;
                    }
                    case Code.MOVE_INTEGER -> {
                        l[code[pc + 1]] = l[code[pc + 2]];
                        pc += 3;
                    }
                    case Code.INT_ADD -> {
                        l[code[pc + 1]] = (int) (l[code[pc + 2]] + l[code[pc + 3]]);
                        pc += 4;
                    }
                    case Code.INT_SUBTRACT -> {
                        l[code[pc + 1]] = (int) (l[code[pc + 2]] - l[code[pc + 3]]);
                        pc += 4;
                    }
                    case Code.INT_MULTIPLY -> {
                        l[code[pc + 1]] = (int) (l[code[pc + 2]] * l[code[pc + 3]]);
                        pc += 4;
                    }
                    case Code.JUMP -> pc = code[pc + 1];
                    case Code.JUMP_TRUE -> pc = l[code[pc + 1]] != 0 ? code[pc + 2] : pc + 3;
                    case Code.JUMP_FALSE -> pc = l[code[pc + 1]] == 0 ? code[pc + 2] : pc + 3;
                    case Code.JUMP_INTEGER_LESS -> pc = l[code[pc + 1]] < l[code[pc + 2]] ? code[pc + 3] : pc + 4;
                    case Code.JUMP_INTEGER_NOT_LESS -> pc = l[code[pc + 1]] >= l[code[pc + 2]] ? code[pc + 3] : pc + 4;
                    case Code.JUMP_INTEGER_EQUAL -> pc = l[code[pc + 1]] == l[code[pc + 2]] ? code[pc + 3] : pc + 4;
                    case Code.JUMP_INTEGER_NOT_EQUAL -> pc = l[code[pc + 1]] != l[code[pc + 2]] ? code[pc + 3] : pc + 4;
                    case Code.JUMP_LESS -> pc = d[code[pc + 1]] < d[code[pc + 2]] ? code[pc + 3] : pc + 4;
                    case Code.JUMP_NOT_LESS -> pc = !(d[code[pc + 1]] < d[code[pc + 2]]) ? code[pc + 3] : pc + 4;
                    case Code.JUMP_LESS_OR_EQUAL -> pc = d[code[pc + 1]] <= d[code[pc + 2]] ? code[pc + 3] : pc + 4;
                    case Code.JUMP_NOT_LESS_OR_EQUAL ->
                        pc = !(d[code[pc + 1]] <= d[code[pc + 2]]) ? code[pc + 3] : pc + 4;
                    case Code.JUMP_EQUAL -> pc = d[code[pc + 1]] == d[code[pc + 2]] ? code[pc + 3] : pc + 4;
                    case Code.JUMP_NOT_EQUAL -> pc = d[code[pc + 1]] != d[code[pc + 2]] ? code[pc + 3] : pc + 4;
                    case Code.NEXT_UP -> {
                        l[code[pc + 1]] = (int) (l[code[pc + 1]] + code[pc + 2]);
                        pc = l[code[pc + 1]] < l[code[pc + 3]] ? code[pc + 4] : pc + 5;
                    }
                    case Code.NEXT_DOWN -> {
                        l[code[pc + 1]] = (int) (l[code[pc + 1]] + code[pc + 2]);
                        pc = l[code[pc + 1]] > l[code[pc + 3]] ? code[pc + 4] : pc + 5;
                    }
                    case Code.SAVE -> {
                        run.tapes[code[pc + 1]].push(d[code[pc + 2]]);
                        pc += 3;
                    }
                    case Code.RESTORE -> {
                        d[code[pc + 2]] = run.tapes[code[pc + 1]].popReal();
                        pc += 3;
                    }
                    case Code.REAL1 -> {
                        d[code[pc + 1]] = Kernels.REAL1[code[pc + 2]].of(d[code[pc + 3]]);
                        pc += 4;
                    }
                    case Code.RUN -> pc = Runs.execute(code, pc, d, l, r);
                    case Code.NOTHING -> pc += 1;
                    default -> pc = RealRare.execute(run, activation, code, pc);
                }
            }
        } catch (IndexOutOfBoundsException | NullPointerException | ArithmeticException failure) {
            throw Faults.explain(failure, activation, code, pc);
        }
    }
}
