package org.cotangent.examples.models;

import java.util.List;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.GraphSource;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Variable;

/** eˣ/√(sin³x + cos³x) as a graph. */
public final class SquireTrappGraph implements GraphSource {

    private final Variable x = Graph.scalar("x");

    /** The variable. */
    public Variable x() {
        return x;
    }

    /** The function of it. */
    public Expr value() {
        return x.exp().dividedBy(x.sin().pow(3).plus(x.cos().pow(3)).sqrt());
    }

    @Override
    public String className() {
        return "org.cotangent.examples.first.GeneratedSquireTrapp";
    }

    @Override
    public List<GraphDefinition> functions() {
        return List.of(GraphDefinition.of("squireTrapp", value(), List.of(x), List.of()));
    }
}
