package org.cotangent.ad.ir;

import java.util.List;
import org.cotangent.ad.expr.Elementwise;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.GraphNode;
import org.cotangent.ad.expr.View;

/**
 * What expressions that have been emitted are to those that use them: values and elements of arrays in terms of
 * registers. Operations that a user takes into its own expression are added to its size.
 */
final class Emitted {

    private final Placement placement;
    private final Indices indices;
    private Evaluation here;

    Emitted(Placement placement, Indices indices) {
        this.placement = placement;
        this.indices = indices;
        here = placement.result();
    }

    /** Turns to another user, of no size yet. */
    void turnTo(Evaluation user) {
        here = user;
        here.size = 0;
    }

    /** The value of an expression in terms of registers. */
    Expr value(Expr expression, Region region) {
        if (Placement.isLeaf(expression)) {
            return indices.leaf(expression);
        }
        Evaluation evaluation = placement.place(expression).seenFrom(region);
        here.size += evaluation.size;
        return evaluation.value;
    }

    /** An int that is part of an index. */
    Expr index(Expr part, Region region) {
        Expr simple = indices.simple(part);
        return simple == Indices.VARYING ? value(part, region) : simple;
    }

    /** The element of an array, or of what it is a view of; a scalar as it is. */
    Expr element(Expr operand, List<Expr> index, Region region) {
        Expr array = operand;
        List<Expr> at = index;
        while (array instanceof View view) {
            if (view.kind() == View.Kind.FLAT && isWhole(view.array(), region)) {
                return value(view.array(), region).at(at.get(0));
            }
            at = view.source(at, (part, i) -> i.isEmpty() ? index(part, region) : element(part, i, region));
            array = view.array();
        }
        if (array instanceof Elementwise comparison && Placement.isComparison(array)) {
            return compared(comparison, at, region);
        }
        if (!Placement.isArray(array)) {
            Expr value = value(array, region);
            return value.type().isArray() ? value.at(at.get(0)) : value;
        }
        return element((GraphNode) array, at, region);
    }

    private Expr compared(Elementwise comparison, List<Expr> at, Region region) {
        here.size++;
        return Expr.apply(
                comparison.op(),
                comparison.operands().stream()
                        .map(operand -> element(operand, at, region))
                        .toArray(Expr[]::new));
    }

    private Expr element(GraphNode array, List<Expr> at, Region region) {
        Expr value = value(array, region);
        Evaluation evaluation = placement.place(array).seenFrom(region);
        return evaluation.materialised ? value.at(flat(at, evaluation.axes, array.shape(), region)) : value;
    }

    /** Whether an array is computed with all its elements. */
    private boolean isWhole(Expr array, Region region) {
        if (!Placement.isArray(array)) {
            return false;
        }
        Evaluation evaluation = placement.place(array).seenFrom(region);
        return evaluation.materialised
                && evaluation.axes.size() == ((GraphNode) array).shape().size();
    }

    /** The place of an element among those that are computed, row by row. */
    Expr flat(List<Expr> at, List<Integer> axes, List<Expr> shape, Region region) {
        Expr flat = at.get(axes.get(0));
        for (int axis : axes.subList(1, axes.size())) {
            flat = flat.times(index(shape.get(axis), region)).plus(at.get(axis));
        }
        return flat;
    }

    Expr flat(Evaluation evaluation, List<Expr> shape) {
        return flat(evaluation.index, evaluation.axes, shape, evaluation.inside);
    }
}
