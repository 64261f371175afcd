package org.cotangent.ad.eval;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.runtime.Routine;
import org.cotangent.ad.transform.Derivation;

/**
 * What turns derived programs into classes while the application runs. The interpreter needs none;
 * who puts one on the class path gets faster functions from {@code Differentiation.compile}. Found
 * with {@link java.util.ServiceLoader}.
 */
public interface RoutineCompiler {

    /** Why nothing can be compiled here, and what to do about it; empty if all is well. */
    Optional<String> obstacle();

    /**
     * Compiles a derivative of a function, or finds what was compiled for the same derivative of a
     * function of the same structure. Threads that ask for the same at once wait for one of them.
     *
     * @param function what is differentiated; its names do not matter, its constants do; one that
     *     calls function objects is compiled each time
     * @param form which derivative it is, so that with the structure of the function it determines
     *     the derived program
     * @param derive makes the derivative; not called if it is known already
     * @throws CodeTooLargeException if the class would be larger than what compiles in reasonable time
     */
    Compiled compile(Program function, String form, Supplier<Derivation> derive);

    /**
     * A compiled derivative.
     *
     * @param parameters as of the derivation, but belonging to the variables of the function it was
     *     asked for
     * @param results alike
     */
    record Compiled(Routine routine, List<Derivation.Slot> parameters, List<Derivation.Slot> results) {

        public Compiled {
            parameters = List.copyOf(parameters);
            results = List.copyOf(results);
        }
    }
}
