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
        if (!(from instanceof Constant)) {
            conditions.add(from.greaterOrEqual(0));
        }
        boolean startsAtZero = from instanceof Constant f && f.integer() == 0 && to == extent;
        if (!startsAtZero && !(from instanceof Constant && to instanceof Constant)) {
            conditions.add(from.lessOrEqual(to));
        }
        if (!to.equals(extent) && !(to instanceof Constant && extent instanceof Constant)) {
            conditions.add(to.lessOrEqual(extent));
        }
        return conditions;
    }
}
