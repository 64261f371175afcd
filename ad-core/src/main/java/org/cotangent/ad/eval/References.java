package org.cotangent.ad.eval;

import java.lang.reflect.Array;
import org.cotangent.ad.expr.Type;
import org.jspecify.annotations.Nullable;

/**
 * Instructions on arrays other than reads and writes of reals. In the complex domain a reference
 * is followed in lock-step by one to the array of imaginary parts.
 */
final class References {

    private References() {}

    /** Executes the instruction at a position and gives the next position. */
    static int execute(Run run, Activation a, int[] code, int pc) {
        Object[] r = a.references;
        long[] l = a.integers;
        switch (code[pc]) {
            case Code.LENGTH -> {
                l[code[pc + 1]] = length(r[code[pc + 2]]);
                return pc + 3;
            }
            case Code.LOAD_INT -> {
                l[code[pc + 1]] = ((int[]) r[code[pc + 2]])[(int) l[code[pc + 3]]];
                return pc + 4;
            }
            case Code.LOAD_LONG -> {
                l[code[pc + 1]] = ((long[]) r[code[pc + 2]])[(int) l[code[pc + 3]]];
                return pc + 4;
            }
            case Code.LOAD_BOOLEAN -> {
                l[code[pc + 1]] = ((boolean[]) r[code[pc + 2]])[(int) l[code[pc + 3]]] ? 1 : 0;
                return pc + 4;
            }
            case Code.STORE_INT -> {
                ((int[]) r[code[pc + 1]])[(int) l[code[pc + 2]]] = (int) l[code[pc + 3]];
                return pc + 4;
            }
            case Code.STORE_LONG -> {
                ((long[]) r[code[pc + 1]])[(int) l[code[pc + 2]]] = l[code[pc + 3]];
                return pc + 4;
            }
            case Code.STORE_BOOLEAN -> {
                ((boolean[]) r[code[pc + 1]])[(int) l[code[pc + 2]]] = l[code[pc + 3]] != 0;
                return pc + 4;
            }
            case Code.ALLOCATE -> {
                allocate(run, a, code, pc);
                return pc + code[pc + 1];
            }
            default -> {
                return move(run, a, code, pc);
            }
        }
    }

    private static int length(Object array) {
        return array instanceof double[] reals ? reals.length : Array.getLength(array);
    }

    /** Instructions that move references, and shadows with them. */
    private static int move(Run run, Activation a, int[] code, int pc) {
        switch (code[pc]) {
            case Code.MOVE_REFERENCE -> {
                set(run, a, code[pc + 1], a.references[code[pc + 2]], shadow(run, a, code[pc + 2]));
                return pc + 3;
            }
            case Code.LOAD_REFERENCE -> {
                loadRow(run, a, code, pc);
                return pc + 4;
            }
            case Code.STORE_REFERENCE -> {
                storeRow(run, a, code, pc);
                return pc + 4;
            }
            case Code.SAVE_REFERENCE -> {
                run.tapes[code[pc + 1]].push(a.references[code[pc + 2]], shadow(run, a, code[pc + 2]));
                return pc + 3;
            }
            case Code.RESTORE_REFERENCE -> {
                Tape tape = run.tapes[code[pc + 1]];
                set(run, a, code[pc + 2], tape.popReference(), tape.poppedShadow());
                return pc + 3;
            }
            default -> throw new IllegalStateException("instruction is " + code[pc] + ", expected one of Code");
        }
    }

    @SuppressWarnings("NullAway") // an array without shadow has none
    private static void set(Run run, Activation a, int register, @Nullable Object array, @Nullable Object shadow) {
        a.references[register] = array;
        if (run.complex) {
            a.shadows[register] = shadow;
        }
    }

    private static @Nullable Object shadow(Run run, Activation a, int register) {
        return run.complex ? a.shadows[register] : null;
    }

    private static void loadRow(Run run, Activation a, int[] code, int pc) {
        int index = (int) a.integers[code[pc + 3]];
        Object row = ((Object[]) a.references[code[pc + 2]])[index];
        Object[] shadows = (Object[]) shadow(run, a, code[pc + 2]);
        set(run, a, code[pc + 1], row, shadows == null ? null : shadows[index]);
    }

    @SuppressWarnings("NullAway") // as above
    private static void storeRow(Run run, Activation a, int[] code, int pc) {
        int index = (int) a.integers[code[pc + 2]];
        ((Object[]) a.references[code[pc + 1]])[index] = a.references[code[pc + 3]];
        Object[] shadows = (Object[]) shadow(run, a, code[pc + 1]);
        if (shadows != null) {
            shadows[index] = shadow(run, a, code[pc + 3]);
        }
    }

    private static void allocate(Run run, Activation a, int[] code, int pc) {
        Type type = run.executable.types().get(code[pc + 3]);
        int[] lengths = new int[code[pc + 1] - 4];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = (int) a.integers[code[pc + 4 + i]];
            if (lengths[i] < 0) {
                throw Faults.negativeLength(lengths[i], a, pc);
            }
        }
        boolean shadowed = run.complex && type.isDifferentiable();
        set(
                run,
                a,
                code[pc + 2],
                ArrayTypes.create(type, lengths),
                shadowed ? ArrayTypes.create(type.shadow(), lengths) : null);
    }
}
