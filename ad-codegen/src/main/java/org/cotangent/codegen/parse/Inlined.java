package org.cotangent.codegen.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotangent.ad.expr.Constant;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Statement;

/** The body of a procedure in place of a call: its registers are new ones, its result is the call's. */
final class Inlined {

    private final Procedure callee;
    private final Map<Variable, Expr> values = new HashMap<>();
    private final List<Statement> statements = new ArrayList<>();

    /** @param labels those of the caller, to which new ones are added */
    Inlined(Procedure callee, Statement.Call call, Set<String> labels) {
        this.callee = callee;
        Set<Variable> assigned = new HashSet<>();
        Copying.walk(callee.body(), s -> Copying.assigned(s).forEach(assigned::add));
        for (int i = 0; i < callee.results().size(); i++) {
            values.put(callee.results().get(i), call.results().get(i));
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            bind(callee.parameters().get(i), call.arguments().get(i), assigned);
        }
        assigned.forEach(local -> values.computeIfAbsent(local, v -> Variable.of(v.name(), v.type())));
        body(labels);
    }

    /** A variable of the caller stands for a parameter that is not assigned: the body cannot change it. */
    private void bind(Variable parameter, Expr argument, Set<Variable> assigned) {
        if ((argument instanceof Variable || argument instanceof Constant) && !assigned.contains(parameter)) {
            values.put(parameter, argument);
        } else {
            Variable own = Variable.of(parameter.name(), parameter.type());
            statements.add(new Statement.Assign(own, argument));
            values.put(parameter, own);
        }
    }

    private void body(Set<String> labels) {
        boolean[] returns = {false};
        Copying.walk(callee.body(), s -> returns[0] |= s instanceof Statement.Return);
        Map<String, String> renamed = new HashMap<>();
        Copying.labels(callee.body()).forEach(label -> renamed.put(label, unused(label, labels)));
        String end = returns[0] ? unused(callee.name(), labels) : "";
        Statement.Block body = Copying.renamed(callee.body(), values, renamed, end);
        if (returns[0]) {
            statements.add(new Statement.Block(end, body.statements()));
        } else {
            statements.addAll(body.statements());
        }
    }

    private static String unused(String wanted, Set<String> labels) {
        String label = wanted;
        for (int i = 2; !labels.add(label); i++) {
            label = wanted + i;
        }
        return label;
    }

    List<Statement> statements() {
        return statements;
    }
}
