package org.cotangent.ad.transform;

import java.util.Collection;
import java.util.Set;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Program;

/**
 * Brings the output of a transform into shape: what is known is put in, what nobody reads goes.
 *
 * <p>The order matters: deleting the adjoints' needless resets first makes copies last longer, which
 * propagation then uses, which makes more statements dead.
 */
final class Cleanup {

    private Cleanup() {}

    /**
     * The output of a transform, cleaned and in three-address form.
     *
     * @param names what new variables are named by
     * @param primal variables that hold values of the function rather than derivatives
     * @param outputs see {@link Adjoint}
     * @param putBack registers whose stores put memory back to what it held
     */
    static Program of(
            Program program, Names names, VariableSet primal, Collection<Variable> outputs, Set<Variable> putBack) {
        return again(DeadCode.of(Masks.normalise(program, names), outputs, putBack), primal, outputs, putBack);
    }

    /** A program in three-address form, cleaned once more after something was moved. */
    static Program again(Program program, VariableSet primal, Collection<Variable> outputs, Set<Variable> putBack) {
        Program known = propagate(program, primal);
        Memory memory = Memory.of(known);
        return DeadCode.of(known.map(procedure -> Resets.removed(procedure, memory)), outputs, putBack);
    }

    /** A cleaned program as people read it. */
    static Program readable(Program program) {
        return inline(ResultCopies.removed(program));
    }

    private static Program inline(Program program) {
        Memory memory = Memory.of(program);
        return program.map(procedure -> Inlining.of(procedure, memory));
    }

    private static Program propagate(Program program, VariableSet primal) {
        Memory memory = Memory.of(program);
        return program.map(procedure -> Propagation.of(procedure, primal, memory));
    }
}
