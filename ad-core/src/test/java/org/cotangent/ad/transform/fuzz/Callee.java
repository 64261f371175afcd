package org.cotangent.ad.transform.fuzz;

import java.util.List;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;

/**
 * A procedure that others may call.
 *
 * @param signature name, parameters and results; the body only if it is finished
 * @param cost statements it executes, at most
 * @param stores whether it stores into memory
 * @param groups for each parameter, then each result, the representative of the memory it may share
 * @param depth the position of the parameter that bounds its recursion, −1 if there is none
 */
record Callee(Procedure signature, int cost, boolean stores, List<Variable> groups, int depth) {

    List<Variable> parameters() {
        return signature.parameters();
    }

    List<Variable> results() {
        return signature.results();
    }
}
