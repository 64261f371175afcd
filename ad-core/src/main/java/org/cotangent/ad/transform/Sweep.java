package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.ir.Statement;

/**
 * The two halves of a statement's adjoint.
 *
 * @param forward computes the values and records what going back needs
 * @param reverse propagates adjoints and puts the state back to what it was before the statement
 */
record Sweep(List<Statement> forward, List<Statement> reverse) {

    static final Sweep NOTHING = new Sweep(List.of(), List.of());

    static Sweep forward(Statement statement) {
        return new Sweep(List.of(statement), List.of());
    }

    /** Both lists, one after the other; not to be changed. */
    static List<Statement> concat(List<Statement> first, List<Statement> second) {
        if (first.isEmpty()) {
            return second;
        }
        if (second.isEmpty()) {
            return first;
        }
        List<Statement> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
