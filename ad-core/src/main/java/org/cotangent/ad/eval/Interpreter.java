package org.cotangent.ad.eval;

import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;

/**
 * A program translated to register code, ready to run anywhere, over doubles or complex numbers.
 * Doubles are those that Java would give for the same expressions in the same order, to the bit.
 *
 * <p>Immutable: one interpreter serves any number of threads, a machine each.
 */
public final class Interpreter {

    private final Executable executable;

    Interpreter(Executable executable) {
        this.executable = executable;
    }

    /**
     * Translates a program.
     *
     * @throws IllegalArgumentException if a call does not fit its procedure, a label is missing or
     *     an exception class does not exist
     */
    public static Interpreter of(Program program) {
        return new Interpreter(ProgramCompiler.compile(program, false));
    }

    /** Translates a procedure that calls no other. */
    public static Interpreter of(Procedure procedure) {
        return of(Program.of(procedure));
    }

    /** Like {@link #of(Program)}, but its machines count the real operations they do. */
    public static Interpreter counting(Program program) {
        return new Interpreter(ProgramCompiler.compile(program, true));
    }

    /** A new machine over doubles. */
    public Machine machine() {
        return new Machine(executable);
    }

    /** A new machine over complex numbers. */
    public ComplexMachine complexMachine() {
        return new ComplexMachine(executable);
    }

    /**
     * Runs the program once, for convenience; many runs are faster by {@link #machine()}.
     *
     * @param arguments in order: Double, Integer, Long, Boolean, and arrays as they are
     * @return the results in order, boxed alike
     * @throws IllegalArgumentException if number or types of arguments are wrong
     */
    public Object[] run(Object... arguments) {
        return new Session(executable, false).run(arguments);
    }
}
