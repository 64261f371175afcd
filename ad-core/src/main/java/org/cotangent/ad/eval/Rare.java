package org.cotangent.ad.eval;

/** Instructions that do the same in both domains: control, integers, references, calls. */
final class Rare {

    private Rare() {}

    /** Executes the instruction at a position and gives the next position. */
    static int execute(Run run, Activation a, int[] code, int pc) {
        double[] d = a.reals;
        long[] l = a.integers;
        switch (code[pc]) {
            case Code.JUMP -> {
                return code[pc + 1];
            }
            case Code.JUMP_TRUE -> {
                return l[code[pc + 1]] != 0 ? code[pc + 2] : pc + 3;
            }
            case Code.JUMP_FALSE -> {
                return l[code[pc + 1]] == 0 ? code[pc + 2] : pc + 3;
            }
            case Code.JUMP_INTEGER_LESS -> {
                return l[code[pc + 1]] < l[code[pc + 2]] ? code[pc + 3] : pc + 4;
            }
            case Code.JUMP_INTEGER_NOT_LESS -> {
                return l[code[pc + 1]] >= l[code[pc + 2]] ? code[pc + 3] : pc + 4;
            }
            case Code.JUMP_INTEGER_EQUAL -> {
                return l[code[pc + 1]] == l[code[pc + 2]] ? code[pc + 3] : pc + 4;
            }
            case Code.JUMP_INTEGER_NOT_EQUAL -> {
                return l[code[pc + 1]] != l[code[pc + 2]] ? code[pc + 3] : pc + 4;
            }
            case Code.JUMP_LESS -> {
                return d[code[pc + 1]] < d[code[pc + 2]] ? code[pc + 3] : pc + 4;
            }
            case Code.JUMP_NOT_LESS -> {
                return !(d[code[pc + 1]] < d[code[pc + 2]]) ? code[pc + 3] : pc + 4;
            }
            case Code.JUMP_LESS_OR_EQUAL -> {
                return d[code[pc + 1]] <= d[code[pc + 2]] ? code[pc + 3] : pc + 4;
            }
            case Code.JUMP_NOT_LESS_OR_EQUAL -> {
                return !(d[code[pc + 1]] <= d[code[pc + 2]]) ? code[pc + 3] : pc + 4;
            }
            case Code.JUMP_EQUAL -> {
                return d[code[pc + 1]] == d[code[pc + 2]] ? code[pc + 3] : pc + 4;
            }
            case Code.JUMP_NOT_EQUAL -> {
                return d[code[pc + 1]] != d[code[pc + 2]] ? code[pc + 3] : pc + 4;
            }
            case Code.NEXT_UP -> {
                l[code[pc + 1]] = (int) (l[code[pc + 1]] + code[pc + 2]);
                return l[code[pc + 1]] < l[code[pc + 3]] ? code[pc + 4] : pc + 5;
            }
            case Code.NEXT_DOWN -> {
                l[code[pc + 1]] = (int) (l[code[pc + 1]] + code[pc + 2]);
                return l[code[pc + 1]] > l[code[pc + 3]] ? code[pc + 4] : pc + 5;
            }
            case Code.MOVE_INTEGER -> {
                l[code[pc + 1]] = l[code[pc + 2]];
                return pc + 3;
            }
            case Code.INT_ADD -> {
                l[code[pc + 1]] = (int) (l[code[pc + 2]] + l[code[pc + 3]]);
                return pc + 4;
            }
            case Code.INT_SUBTRACT -> {
                l[code[pc + 1]] = (int) (l[code[pc + 2]] - l[code[pc + 3]]);
                return pc + 4;
            }
            case Code.INT_MULTIPLY -> {
                l[code[pc + 1]] = (int) (l[code[pc + 2]] * l[code[pc + 3]]);
                return pc + 4;
            }
            case Code.TRUNCATE -> {
                l[code[pc + 1]] = Kernels.TRUNCATE[code[pc + 2]].of(d[code[pc + 3]]);
                return pc + 4;
            }
            case Code.COMPARE -> {
                l[code[pc + 1]] = Kernels.COMPARE[code[pc + 2]].of(d[code[pc + 3]], d[code[pc + 4]]) ? 1 : 0;
                return pc + 5;
            }
            case Code.INTEGER1 -> {
                l[code[pc + 1]] = Kernels.INTEGER1[code[pc + 2]].of(l[code[pc + 3]]);
                return pc + 4;
            }
            case Code.INTEGER2 -> {
                l[code[pc + 1]] = Kernels.INTEGER2[code[pc + 2]].of(l[code[pc + 3]], l[code[pc + 4]]);
                return pc + 5;
            }
            case Code.SAVE_INTEGER -> {
                run.tapes[code[pc + 1]].push(l[code[pc + 2]]);
                return pc + 3;
            }
            case Code.RESTORE_INTEGER -> {
                l[code[pc + 2]] = run.tapes[code[pc + 1]].popInteger();
                return pc + 3;
            }
            case Code.COUNT -> {
                run.operations += code[pc + 1];
                return pc + 2;
            }
            case Code.CALL -> {
                return Calls.execute(run, a, code, pc);
            }
            case Code.EXTERNAL -> {
                return run.externalCalls.execute(run, a, code, pc);
            }
            case Code.THROW -> {
                throw Faults.unchecked(
                        run.executable.failures().get(code[pc + 2]).create(a, code, pc + 3));
            }
            default -> {
                return References.execute(run, a, code, pc);
            }
        }
    }
}
