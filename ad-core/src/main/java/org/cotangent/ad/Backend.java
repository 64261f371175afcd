package org.cotangent.ad;

import java.util.List;
import java.util.function.Supplier;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.eval.RoutineCompiler;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivation.Slot;

/** How the derived programs of a function are made ready to be run. */
interface Backend {

    /** Runs everywhere. */
    Backend INTERPRETER = (function, form, derive) -> {
        Derivation derivation = derive.get();
        Interpreter interpreter = Interpreter.of(derivation.program());
        return new Prepared(
                derivation.parameters(), derivation.results(), () -> new Engine.Interpreted(interpreter.machine()));
    };

    /** Makes classes. */
    static Backend of(RoutineCompiler compiler) {
        return (function, form, derive) -> {
            RoutineCompiler.Compiled compiled = compiler.compile(function, form, derive);
            return new Prepared(compiled.parameters(), compiled.results(), () -> new Engine.Compiled(compiled));
        };
    }

    /**
     * Prepares a derivative.
     *
     * @param function what is differentiated
     * @param form which derivative, and by which of the function's parameters
     * @param derive makes it
     */
    Prepared prepare(Program function, String form, Supplier<Derivation> derive);

    /** A derived program that is ready to be run. */
    record Prepared(List<Slot> parameters, List<Slot> results, Supplier<Engine> engines) {}
}
