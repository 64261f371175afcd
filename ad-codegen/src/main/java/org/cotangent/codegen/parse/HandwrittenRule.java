package org.cotangent.codegen.parse;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Rule;

/**
 * A rule whose declaration fits its routine.
 *
 * @param method its declaration
 * @param kind what it computes
 * @param of what tells it from other rules of its kind: the parameter of a partial derivative, the
 *     tangents that it takes, the adjoints that it gives
 * @param result the name of what it returns, for a number; a record has names of its own
 * @param written names of its parameters that it writes
 */
record HandwrittenRule(ExecutableElement method, Kind kind, Set<String> of, String result, Set<String> written) {

    /** What a rule computes. */
    enum Kind {
        PARTIAL("the partial derivative by"),
        TANGENT("tangents from"),
        ADJOINT("the adjoints");

        private final String computes;

        Kind(String computes) {
            this.computes = computes;
        }
    }

    HandwrittenRule {
        of = java.util.Collections.unmodifiableSet(new TreeSet<>(of));
        written = Set.copyOf(written);
    }

    boolean isSame(HandwrittenRule other) {
        return kind == other.kind && of.equals(other.of);
    }

    /** What it computes, for messages. */
    String told() {
        return kind.computes + " " + String.join(", ", of);
    }

    /** The routine with this rule. */
    External declared(External routine, Supplier<Rule> rule) {
        return switch (kind) {
            case PARTIAL -> routine.partial(of.iterator().next(), rule);
            case TANGENT -> routine.tangent(rule);
            case ADJOINT -> routine.adjoint(rule);
        };
    }
}
