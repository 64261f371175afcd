package org.cotangent.ad.transform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.ir.Statement;

/** A call in split mode: the callee's forward sweep now, its reverse sweep when its turn comes. */
final class CallAdjoint {

    private final Statement.Call call;
    private final BitSet mask;
    private final Activity activity;
    private final Variants variants;
    private final Shadows bars;
    private final Map<Integer, Variable> shares = new LinkedHashMap<>();

    CallAdjoint(Statement.Call call, BitSet mask, Activity activity, Variants variants, Shadows bars, Names names) {
        this.call = call;
        this.mask = mask;
        this.activity = activity;
        this.variants = variants;
        this.bars = bars;
        for (int i = 0; i < call.arguments().size(); i++) {
            Expr argument = call.arguments().get(i);
            if (mask.get(i) && argument.type().isReal()) {
                shares.put(i, names.variable("share", argument.type()));
            }
        }
    }

    Statement forward() {
        List<Variable> results = new ArrayList<>();
        for (Variable result : call.results()) {
            results.add(result);
            if (result.type().isArray() && activity.isActive(result)) {
                results.add(bars.of(result));
            }
        }
        return new Statement.Call(results, variants.name(call.callee().name(), mask, Adjoint.FORWARD), arguments());
    }

    Statement reverse() {
        List<Expr> arguments = arguments();
        for (Variable result : call.results()) {
            if (result.type().isReal()) {
                arguments.add(activity.isActive(result) ? bars.of(result) : Expr.constant(0.0));
            }
        }
        return new Statement.Call(
                List.copyOf(shares.values()), variants.name(call.callee().name(), mask, Adjoint.REVERSE), arguments);
    }

    private List<Expr> arguments() {
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expr argument = call.arguments().get(i);
            arguments.add(argument);
            if (mask.get(i) && argument.type().isArray()) {
                arguments.add(bars.ofArray(argument));
            }
        }
        return arguments;
    }

    /** What each real argument receives; one argument given twice stands twice. */
    List<Map.Entry<Expr, Variable>> shares() {
        return shares.entrySet().stream()
                .map(e -> Map.entry(call.arguments().get(e.getKey()), e.getValue()))
                .toList();
    }
}
