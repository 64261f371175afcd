package org.cotangent.codegen.emit;

import java.util.List;
import org.cotangent.ad.GraphDefinition;
import org.cotangent.ad.GraphSource;
import org.cotangent.ad.annotation.Form;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.Variable;
import org.cotangent.ad.expr.VectorExpr;

/** Vector functions of every shape that a Jacobian is computed differently for. */
public final class ShapesSource implements GraphSource {

    final VectorExpr x = Graph.vector("x", 5);
    final VectorExpr y = Graph.vector("y", 8);
    final VectorExpr u;
    final VectorExpr t = Graph.vector("t");
    final Variable scale = Graph.scalar("scale");
    final Variable unused = Graph.scalar("unused");

    /** Functions of a vector of open length. */
    public ShapesSource() {
        this(Graph.vector("u"));
    }

    ShapesSource(VectorExpr u) {
        this.u = u;
    }

    @Override
    public String className() {
        return "shapes.Shapes";
    }

    /** 2 values of 5 + 1 variables. */
    VectorExpr wide() {
        return Graph.concatenate(x.get(0).times(x.get(4)).times(scale), x.norm().plus(scale.sin()));
    }

    /** As many values as data, of a vector of open length. */
    VectorExpr open() {
        return t.times(u.get(0)).sin().times(u.square().sum()).plus(scale.exp());
    }

    /** 3 values of scalars and an open vector. */
    VectorExpr few() {
        return Graph.concatenate(scale.times(u.sum()), u.square().sum(), scale.exp());
    }

    /** 10 values of 5 + 1 variables: four columns at once, then one, then one of a scalar. */
    VectorExpr tall() {
        return Graph.concatenate(x.sin(), x.times(scale));
    }

    /** 8 values of 8 variables: four columns at once, twice. */
    VectorExpr square() {
        return y.exp().times(y.sum());
    }

    @Override
    public List<GraphDefinition> functions() {
        return List.of(
                GraphDefinition.of("wide", wide(), List.of(x, scale), List.of()),
                GraphDefinition.of("open", open(), List.of(u, scale), List.of(t)),
                GraphDefinition.of("few", few(), List.of(scale, unused, u), List.of()),
                GraphDefinition.of("tall", tall(), List.of(x, scale), List.of()),
                GraphDefinition.of("square", square(), List.of(y), List.of()),
                GraphDefinition.of("columns", t.times(scale), List.of(scale, unused), List.of(t))
                        .only(Form.JACOBIAN),
                GraphDefinition.of("once", u.square().sum(), List.of(u), List.of())
                        .only(Form.GRADIENT, Form.VALUE),
                GraphDefinition.of("onceVector", u.square(), List.of(u), List.of())
                        .only(Form.VALUE, Form.JVP, Form.VJP, Form.JACOBIAN),
                GraphDefinition.of("tangentOnly", u.square(), List.of(u), List.of())
                        .only(Form.JVP));
    }
}
