package org.cotangent.ad;

import java.util.List;
import java.util.function.Supplier;
import org.cotangent.ad.eval.Interpreter;
import org.cotangent.ad.eval.RoutineCompiler;
import org.cotangent.ad.eval.StraightGradient;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.transform.Derivation;
import org.cotangent.ad.transform.Derivation.Slot;
import org.cotangent.ad.transform.Derivatives;

/** How the derived programs of a function are made ready to be run. */
interface Backend {

    /** Runs everywhere. */
    Backend INTERPRETER = new Backend() {

        @Override
        public Prepared prepare(Program function, String form, Supplier<Derivation> derive) {
            Derivation derivation = derive.get();
            return Prepared.by(Interpreter.of(derivation.program()), derivation.parameters(), derivation.results());
        }

        @Override
        public Prepared gradient(Program function, String form, List<Variable> wrt) {
            return StraightGradient.of(function, wrt, LONG)
                    .map(made -> Prepared.by(made.interpreter(), made.parameters(), made.results()))
                    .orElseGet(() -> Backend.super.gradient(function, form, wrt));
        }
    };

    /** Straight-line code of so many statements is swept as it is: transforms would take longer than many runs. */
    int LONG = 5_000;

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

    /**
     * Prepares the gradient of a function with one real result.
     *
     * @param wrt parameters to differentiate by
     */
    default Prepared gradient(Program function, String form, List<Variable> wrt) {
        return prepare(function, form, () -> Derivatives.gradient(function, wrt));
    }

    /** A derived program that is ready to be run. */
    record Prepared(List<Slot> parameters, List<Slot> results, Supplier<Engine> engines) {

        private static Prepared by(Interpreter interpreter, List<Slot> parameters, List<Slot> results) {
            return new Prepared(parameters, results, () -> new Engine.Interpreted(interpreter.machine()));
        }
    }
}
