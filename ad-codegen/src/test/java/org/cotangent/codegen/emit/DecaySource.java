package org.cotangent.codegen.emit;

import java.util.List;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.GraphSource;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;

/** An exponential decay: its misfit, its residuals, and a function of scalars and open vectors. */
public final class DecaySource implements GraphSource {

    final VectorExpr b = Graph.vector("b", 2);
    final VectorExpr t = Graph.vector("t");
    final VectorExpr y = Graph.vector("y");
    final Variable scale = Graph.scalar("scale");
    final VectorExpr z = Graph.vector("z");
    final Variable unused = Graph.scalar("unused");
    final Variable n = Graph.integer("n");

    @Override
    public String className() {
        return "golden.Decay";
    }

    VectorExpr residuals() {
        return y.minus(t.times(b.get(1).negate()).exp().times(b.get(0)));
    }

    Expr misfit() {
        return residuals().square().sum();
    }

    Expr mixed() {
        return z.times(scale).sin().sum().times(b.get(0)).plus(scale.square().times(n.toReal()));
    }

    @Override
    public List<GraphDefinition> functions() {
        return List.of(
                GraphDefinition.of("misfit", misfit(), List.of(b), List.of(t, y)),
                GraphDefinition.of("residuals", residuals(), List.of(b), List.of(t, y)),
                GraphDefinition.of("mixed", mixed(), List.of(scale, z, unused, b), List.of(n)));
    }
}
