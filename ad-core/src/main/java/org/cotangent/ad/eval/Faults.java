package org.cotangent.ad.eval;

import java.lang.reflect.Array;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Site;
import org.jspecify.annotations.Nullable;

/** Says where in a procedure an exception of the running program comes from. */
final class Faults {

    private Faults() {}

    /**
     * The exception to throw for one that the instruction at a position caused: of the type Java
     * would throw, naming procedure, array, index and length.
     */
    static RuntimeException explain(RuntimeException failure, Activation a, int pc) {
        Object source = a.body.origins().at(pc);
        if (source == null) {
            return failure;
        }
        String where = " in procedure " + a.body.name();
        if (source instanceof Site site) {
            return new IllegalStateException("restore at " + site + where
                    + " finds nothing kept, expected a save before; every restore needs one save");
        }
        if (failure instanceof ArithmeticException) {
            return new ArithmeticException("integer division by zero: " + source + where);
        }
        int[] code = a.body.code();
        boolean store = isStore(code[pc]);
        Object array = a.references[code[pc + (store ? 1 : 2)]];
        if (array == null) {
            return new NullPointerException("array " + source + where + " is null, expected an array; assign it first");
        }
        long index = a.integers[code[pc + (store ? 2 : 3)]];
        int length = Array.getLength(array);
        return new ArrayIndexOutOfBoundsException("index of " + source + where + " is " + index + ", expected 0 to "
                + (length - 1) + " (its length is " + length + ")");
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
        Object target = a.body.origins().at(pc);
        @Nullable String name = target instanceof Variable variable ? variable.name() : null;
        return new NegativeArraySizeException("length of array " + name + " in procedure " + a.body.name() + " is "
                + length + ", expected at least 0");
    }

    /** Throws any exception as if it were unchecked; the program says what it throws. */
    @SuppressWarnings("unchecked") // the type variable is erased, nothing is cast
    static <T extends Throwable> RuntimeException unchecked(Throwable failure) throws T {
        throw (T) failure;
    }
}
