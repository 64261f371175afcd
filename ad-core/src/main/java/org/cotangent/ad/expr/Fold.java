package org.cotangent.ad.expr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A state, a scalar or a vector, that each of a number of turns computes from the one before. */
public final class Fold extends GraphNode {

    private final Expr turns;
    private final Variable index;
    private final Variable state;
    private final Expr initial;
    private final Expr next;
    private final List<Requirement> requirements;

    /**
     * @param index int variable that stands for the number of a turn, from 0
     * @param state variable that stands for the state before a turn
     * @param next the state after a turn
     * @param shape of the state
     */
    Fold(
            Expr turns,
            Variable index,
            Variable state,
            Expr initial,
            Expr next,
            List<Expr> shape,
            List<Requirement> requirements) {
        super(Type.DOUBLE, shape);
        this.turns = turns;
        this.index = index;
        this.state = state;
        this.initial = initial;
        this.next = next;
        this.requirements = requirements;
    }

    /** How many turns there are. */
    public Expr turns() {
        return turns;
    }

    public Variable index() {
        return index;
    }

    public Variable state() {
        return state;
    }

    public Expr initial() {
        return initial;
    }

    public Expr next() {
        return next;
    }

    @Override
    public List<Variable> bound() {
        return List.of(index, state);
    }

    @Override
    public boolean isPointwise(int axis) {
        return false;
    }

    @Override
    public List<Expr> operands() {
        return List.of(initial, next);
    }

    @Override
    public List<Expr> sizes() {
        List<Expr> sizes = new ArrayList<>(shape());
        sizes.add(turns);
        return sizes;
    }

    @Override
    public List<Requirement> requirements() {
        return requirements;
    }

    @Override
    public <R extends @Nullable Object> R accept(GraphVisitor<R> visitor) {
        return visitor.fold(this);
    }
}
