package org.cotangent.ad.eval;

import java.lang.reflect.Array;
import java.util.Arrays;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Site;
import org.jspecify.annotations.Nullable;

/** Says where in a procedure an exception of the running program comes from. */
final class Faults {

    private Faults() {}

    /**
     * The exception to throw for one that the instruction at a position caused: of the type Java
     * would throw, naming procedure, array, index and length.
     *
     * @param code what was run: plain or scheduled
     */
    static RuntimeException explain(RuntimeException failure, Activation a, int[] code, int pc) {
        return code == a.body.code ? explain(failure, a, pc) : explain(failure, a, plain(a, code, pc));
    }

    /** The position in plain code of the instruction that failed in scheduled code. */
    private static int plain(Activation a, int[] scheduled, int pc) {
        int[] plain = a.body.code;
        boolean run = scheduled[pc] == Code.RUN;
        int instruction = scheduled[run ? pc + 1 : pc];
        if (!Dependencies.isMovable(instruction)) {
            return pc;
        }
        int words = Code.length(new int[] {instruction, 0}, 0) - 1;
        int operands = run ? pc + 3 : pc + 1;
        while (run && succeeds(a, scheduled, operands + (isStore(instruction) ? 0 : 1))) {
            operands += words;
        }
        for (int p = 0; p < plain.length; p += Code.length(plain, p)) {
            if (plain[p] == instruction && same(plain, p + 1, scheduled, operands, words)) {
                return p;
            }
        }
        throw new IllegalStateException(
                "scheduled code holds instruction " + instruction + ", which plain code does not");
    }

    private static boolean same(int[] first, int from, int[] second, int at, int words) {
        return Arrays.equals(first, from, from + words, second, at, at + words);
    }

    /** Whether an access to an array succeeds, given the position of its operands. */
    private static boolean succeeds(Activation a, int[] code, int position) {
        Object array = a.references[code[position]];
        long index = a.integers[code[position + 1]];
        return array != null && index >= 0 && index < Array.getLength(array);
    }

    private static RuntimeException explain(RuntimeException failure, Activation a, int pc) {
        Object source = a.body.origins.at(pc);
        if (source == null) {
            return failure;
        }
        String where = " in procedure " + a.body.name + a.body.origins.place(pc);
        if (source instanceof Site site) {
            return new IllegalStateException("restore at " + site + where
                    + " finds nothing kept, expected a save before; every restore needs one save");
        }
        if (failure instanceof ArithmeticException) {
            return new ArithmeticException("integer division by zero: " + source + where);
        }
        int[] code = a.body.code;
        boolean store = isStore(code[pc]);
        Object array = a.references[code[pc + (store ? 1 : 2)]];
        if (array == null) {
            return new NullPointerException("array " + source + where + " is null, expected an array; assign it first");
        }
        long index = a.integers[code[pc + (store ? 2 : 3)]];
        int length = Array.getLength(array);
        return new ArrayIndexOutOfBoundsException("index of " + source + where + " is " + index
                + (length == 0
                        ? ", but the array has no elements; guard the access"
                        : ", expected 0 to " + (length - 1) + " (its length is " + length + ")"));
    }

    private static boolean isStore(int instruction) {
        return switch (instruction) {
            case Code.STORE,
                    Code.ACCUMULATE,
                    Code.ACCUMULATE_PRODUCT,
                    Code.STORE_FLOAT,
                    Code.STORE_INT,
                    Code.STORE_LONG,
                    Code.STORE_BOOLEAN,
                    Code.STORE_REFERENCE -> true;
            default -> false;
        };
    }

    static NegativeArraySizeException negativeLength(int length, Activation a, int pc) {
        Object target = a.body.origins.at(pc);
        @Nullable String name = target instanceof Variable variable ? variable.name() : null;
        return new NegativeArraySizeException("length of array " + name + " in procedure " + a.body.name
                + a.body.origins.place(pc) + " is " + length + ", expected at least 0");
    }

    /** Throws any exception as if it were unchecked; the program says what it throws. */
    @SuppressWarnings("unchecked") // the type variable is erased, nothing is cast
    static <T extends Throwable> RuntimeException unchecked(Throwable failure) throws T {
        throw (T) failure;
    }
}
