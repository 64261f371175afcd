package org.cotangent.codegen.memory;

import java.util.Locale;
import java.util.function.Function;
import org.cotangent.ad.eval.CodeTooLargeException;
import org.cotangent.ad.ir.Program;
import org.cotangent.codegen.emit.Budget;
import org.cotangent.codegen.emit.RoutineWriter;

/**
 * How much bytecode is compiled while somebody waits. Time and memory of writing and compiling grow
 * with it; it is known before either begins.
 *
 * @param bytes of one class
 */
record SizeLimit(long bytes) {

    /** Takes less than ten seconds on the machine of docs/performance.md. */
    static final SizeLimit STANDARD = new SizeLimit(400_000);

    private static final String REMEDY = "; use Differentiation.of, which interprets it, or vectors, sums and other"
            + " reductions in place of single scalars: they stay loops, whatever their length; pass numbers as Data instead of constants";

    /** Refuses a function that is too large already, before it is derived. */
    void requireSmallFunction(Program function, String form) {
        require("the function", form, RoutineWriter.bytes(function));
    }

    void requireSmallDerivative(Program derivative, String form) {
        require("its derivative", form, RoutineWriter.bytes(derivative));
    }

    private void require(String what, String form, long found) {
        if (found > bytes) {
            throw new CodeTooLargeException(String.format(
                    Locale.ROOT,
                    "cannot compile \"%s\" of the function: %s takes about %,d bytes of bytecode, expected at most %,d%s",
                    form,
                    what,
                    found,
                    bytes,
                    REMEDY));
        }
    }

    /** Writes a class within what a class file can hold. */
    RoutineWriter.Written written(String form, Function<Budget, RoutineWriter.Written> write) {
        try {
            return write.apply(Budget.standard().withClassBytes(2 * bytes));
        } catch (CodeTooLargeException problem) {
            throw new CodeTooLargeException(
                    "cannot compile \"" + form + "\" of the function: " + problem.getMessage() + REMEDY);
        }
    }
}
