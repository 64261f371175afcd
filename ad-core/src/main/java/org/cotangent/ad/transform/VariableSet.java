package org.cotangent.ad.transform;

import java.util.List;
import org.cotangent.ad.expr.Variable;

/** A set of variables in the order in which they came; see {@link VariableMap}. */
final class VariableSet {

    private final VariableMap<Boolean> members = new VariableMap<>();

    boolean contains(Variable variable) {
        return members.get(variable) != null;
    }

    void add(Variable variable) {
        members.put(variable, true);
    }

    void addAll(Iterable<Variable> variables) {
        variables.forEach(this::add);
    }

    List<Variable> members() {
        return members.keys();
    }
}
