package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Callee;
import org.cotangent.ad.ir.External;
import org.cotangent.ad.ir.Procedure;
import org.cotangent.ad.ir.Program;
import org.cotangent.ad.ir.Rule;
import org.cotangent.ad.ir.Statement;

/** The rules of an external routine, asked for once, so that one rule becomes one procedure. */
record Rules(List<Rule> tangents, List<Rule> adjoints, Map<String, Rule> partials) {

    static Rules of(External external) {
        List<Rule> adjoints = new ArrayList<>(external.adjoints());
        Map<String, Rule> partials = external.partials();
        if (!adjoints.isEmpty() && !external.results().isEmpty()) {
            partials.forEach((parameter, rule) -> adjoints.add(adjoint(external, parameter, rule)));
        }
        return new Rules(external.tangents(), adjoints, partials);
    }

    /** A partial derivative beside adjoint rules: the adjoint rule that multiplies it by the adjoint of the result. */
    private static Rule adjoint(External external, String parameter, Rule partial) {
        Variable bar = Variable.of(external.bar(external.results().get(0).name()), Type.DOUBLE);
        Variable share = Variable.of(external.bar(parameter), Type.DOUBLE);
        List<Variable> parameters = new ArrayList<>(partial.parameters());
        parameters.add(bar);
        List<Variable> computed = partial.results();
        Callee callee = partial instanceof Rule.Routine routine
                ? routine.external()
                : new Callee.Internal(((Rule.Body) partial).program().entry().name());
        List<Procedure> needed =
                partial instanceof Rule.Body body ? List.copyOf(body.program().procedures()) : List.of();
        Names names = new Names(needed.stream().map(Procedure::name).toList());
        Procedure entry = new Procedure(
                names.fresh(partial.name() + "Adjoint"),
                parameters,
                List.of(share),
                Statement.Block.of(
                        new Statement.Call(computed, callee, List.copyOf(partial.parameters())),
                        new Statement.Assign(share, Expr.apply(Op.MULTIPLY, bar, computed.get(0)))));
        return Rule.of(Program.of(entry, needed));
    }
}
