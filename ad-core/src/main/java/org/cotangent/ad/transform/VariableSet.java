package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cotangent.ad.expr.Numbering;
import org.cotangent.ad.expr.Variable;

/** A set of variables in the order in which they came; see {@link Numbering}. */
final class VariableSet {

    private final Numbering members = new Numbering();

    boolean contains(Variable variable) {
        return members.find(variable) != Numbering.NONE;
    }

    void add(Variable variable) {
        members.of(variable);
    }

    void addAll(Iterable<Variable> variables) {
        variables.forEach(this::add);
    }

    void forEach(Consumer<Variable> visit) {
        for (int i = 0; i < members.size(); i++) {
            visit.accept((Variable) members.key(i));
        }
    }

    List<Variable> members() {
        List<Variable> all = new ArrayList<>(members.size());
        forEach(all::add);
        return all;
    }
}
