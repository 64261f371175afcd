package org.cotangent.ad.expr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of a function for arguments, computed by a call. */
public final class Application extends GraphNode {

    private final Applicable<?> function;
    private final List<Expr> arguments;
    private final List<Requirement> requirements;

    Application(Applicable<?> function, List<Expr> arguments, List<Expr> shape, List<Requirement> requirements) {
        super(Type.DOUBLE, shape);
        this.function = function;
        this.arguments = arguments;
        this.requirements = requirements;
    }

    public Applicable<?> function() {
        return function;
    }

    /** The arguments: scalars, and arrays that are passed whole. */
    @Override
    public List<Expr> operands() {
        return arguments;
    }

    @Override
    public List<Requirement> requirements() {
        return requirements;
    }

    @Override
    public boolean isPointwise(int axis) {
        return false;
    }

    @Override
    public <R extends @Nullable Object> R accept(GraphVisitor<R> visitor) {
        return visitor.application(this);
    }
}
