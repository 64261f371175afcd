package org.cotangent.ad.expr;

import java.util.ArrayList;
import java.util.List;

/** Checks the bounds of slices: at once where they are constants, else when the slice is evaluated. */
final class Slicing {

    private Slicing() {}

    /**
     * The number of elements between two indices.
     *
     * @param requirements receives what could not be checked
     */
    static Expr count(Arithmetic<?> of, Expr from, Expr to, Expr extent, List<Requirement> requirements) {
        boolean inside = from.type().equals(Type.INT) && to.type().equals(Type.INT);
        if (inside && from instanceof Constant f) {
            inside = f.integer() >= 0 && Shapes.isAtMost(f.integer(), to) && Shapes.isAtMost(f.integer(), extent);
        }
        if (inside && to instanceof Constant t) {
            inside = t.integer() >= 0 && Shapes.isAtMost(t.integer(), extent);
        }
        if (!inside) {
            throw new IllegalArgumentException("slice from " + from + " to " + to + " of " + Shapes.described(of)
                    + ", expected ints with 0 <= from <= to <= length");
        }
        List<Expr> conditions = conditions(from, to, extent);
        if (!conditions.isEmpty()) {
            requirements.add(new Requirement(
                    conditions.stream().reduce(Expr::and).orElseThrow(),
                    "slice from {} to {} of {} elements, expected 0 <= from <= to <= length; it is " + from + " to "
                            + to + " of " + of,
                    List.of(from, to, extent)));
        }
        return to.minus(from);
    }

    /** What of 0 <= from <= to <= extent is not certain. */
    private static List<Expr> conditions(Expr from, Expr to, Expr extent) {
        List<Expr> conditions = new ArrayList<>();
        require(Expr.constant(0), from, conditions);
        require(from, to, conditions);
        require(to, extent, conditions);
        return conditions;
    }

    private static void require(Expr small, Expr large, List<Expr> conditions) {
        if (!Affine.isAtMost(small, large)) {
            conditions.add(small.lessOrEqual(large));
        }
    }

    /** That an index that is not constant is inside, where an array may hold more than the axis. */
    static List<Requirement> inside(Arithmetic<?> of, int axis, Expr index) {
        Expr extent = Shapes.shape(of).get(axis);
        List<Expr> conditions = new ArrayList<>();
        require(Expr.constant(0), index, conditions);
        require(index.plus(1), extent, conditions);
        return conditions.isEmpty() ? List.of() : List.of(inside(of, conditions, index, index, extent));
    }

    /** That all indices are inside. */
    static List<Requirement> inside(Arithmetic<?> of, int axis, VectorExpr indices) {
        Expr extent = Shapes.shape(of).get(axis);
        Expr least = indices.toReal().min();
        Expr most = indices.toReal().max();
        List<Expr> conditions = List.of(least.greaterOrEqual(0), most.lessThan(extent.toReal()));
        return List.of(inside(of, conditions, least, most, extent));
    }

    private static Requirement inside(Arithmetic<?> of, List<Expr> conditions, Expr least, Expr most, Expr extent) {
        return new Requirement(
                conditions.stream().reduce(Expr::and).orElseThrow(),
                "indices from {} to {} of " + of + ", expected 0 or more and less than {}",
                List.of(whole(least), whole(most), extent));
    }

    private static Expr whole(Expr index) {
        return index.type().isReal() ? Expr.apply(Op.DOUBLE_TO_INT, index) : index;
    }
}
