package org.cotangent.ad.transform.fuzz;

import java.util.List;
import java.util.Optional;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;

/**
 * A procedure, or external routine, that procedures may call.
 *
 * @param signature name, parameters and results; the body only if it is finished
 * @param external the routine, if it is one
 * @param cost statements it executes, at most
 * @param stores whether it stores into memory
 * @param groups for each parameter, then each result, the representative of the memory it may share
 * @param depth the position of the parameter that bounds its recursion, −1 if there is none
 */
record Callee(
        Procedure signature, Optional<External> external, int cost, boolean stores, List<Variable> groups, int depth) {

    Callee(Procedure signature, int cost, boolean stores, List<Variable> groups, int depth) {
        this(signature, Optional.empty(), cost, stores, groups, depth);
    }

    /** What calls name. */
    org.cotangent.ad.ir.Callee called() {
        return external.isPresent() ? external.get() : new org.cotangent.ad.ir.Callee.Internal(signature.name());
    }

    List<Variable> parameters() {
        return signature.parameters();
    }

    List<Variable> results() {
        return signature.results();
    }
}
