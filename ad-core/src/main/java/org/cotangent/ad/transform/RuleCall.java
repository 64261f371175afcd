package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Callee;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Rule;
import org.cotangent.ad.ir.Statement;

/** A rule of an external routine about to be called: what it takes and gives, by name. */
final class RuleCall {

    private final External external;
    private final Rule rule;
    private final Variants variants;

    RuleCall(External external, Rule rule, Variants variants) {
        this.external = external;
        this.rule = rule;
        this.variants = variants;
    }

    Rule rule() {
        return rule;
    }

    boolean takes(String name) {
        return find(name).isPresent();
    }

    private Optional<Variable> find(String name) {
        return rule.parameters().stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** Whether the rule does not just add to an array. */
    boolean overwrites(String name) {
        if (rule instanceof Rule.Body body) {
            return body.assigned().contains(name);
        }
        return ((Rule.Routine) rule)
                .external().parameters().stream()
                        .anyMatch(p -> p.name().equals(name) && p.access() == External.Access.WRITE);
    }

    /** The real result of that name, or the only real result if any name will do. */
    Optional<Variable> realResult(String name, boolean any) {
        List<Variable> reals =
                rule.results().stream().filter(r -> r.type().isReal()).toList();
        return reals.stream()
                .filter(r -> r.name().equals(name) || (any && reals.size() == 1))
                .findFirst();
    }

    Optional<Variable> arrayResult() {
        return rule.results().stream().filter(r -> r.type().isArray()).findFirst();
    }

    /**
     * The call.
     *
     * @param values what to pass for a parameter of that name, empty if the name means nothing
     * @param receivers the register for a result of the rule
     */
    Statement.Call to(Function<String, Optional<Expr>> values, Function<Variable, Variable> receivers) {
        List<Expr> arguments = new ArrayList<>();
        for (Variable parameter : rule.parameters()) {
            Expr value = values.apply(parameter.name())
                    .orElseThrow(() -> new IllegalArgumentException("rule " + rule.name() + " of external routine "
                            + external.name() + " takes " + parameter.name()
                            + ", which is no value, tangent or adjoint of that routine, whose parameters are "
                            + external.parameters().stream()
                                    .map(External.Parameter::name)
                                    .toList()
                            + " and results " + external.results() + "; see the Javadoc of External for names"));
            if (!value.type().equals(parameter.type())) {
                throw new IllegalArgumentException("rule " + rule.name() + " of external routine " + external.name()
                        + " takes " + parameter.name() + " as a " + parameter.type() + ", expected a " + value.type());
            }
            arguments.add(value);
        }
        List<Variable> results = rule.results().stream().map(receivers).toList();
        return new Statement.Call(results, callee(), arguments);
    }

    private Callee callee() {
        if (rule instanceof Rule.Body body) {
            return new Callee.Internal(variants.include(body.program()));
        }
        return ((Rule.Routine) rule).external();
    }
}
