package org.cotangent.ad.expr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one shape that several arrays must have: checked at once as far as it is known, the rest by a run. */
final class Agreement {

    private final String use;
    private final List<Arithmetic<?>> arrays = new ArrayList<>();

    Agreement(String use) {
        this.use = use;
    }

    void add(Arithmetic<?> array) {
        for (Arithmetic<?> other : arrays) {
            requireEqual(other, array);
        }
        arrays.add(array);
    }

    private void requireEqual(Arithmetic<?> a, Arithmetic<?> b) {
        List<Expr> first = Shapes.shape(a);
        List<Expr> second = Shapes.shape(b);
        if (first.size() != second.size()) {
            throw new IllegalArgumentException(use + " of a vector and a matrix: " + Shapes.described(a) + " and "
                    + Shapes.described(b)
                    + ", expected one shape; eachRow() and eachColumn() of a matrix combine it with a vector");
        }
        for (int k = 0; k < first.size(); k++) {
            if (first.get(k) instanceof Constant
                    && second.get(k) instanceof Constant
                    && !first.get(k).equals(second.get(k))) {
                throw new IllegalArgumentException(use
                        + (first.size() == 1
                                ? " of vectors of different lengths: "
                                : " of matrices of different shapes: ")
                        + Shapes.described(a) + " and " + Shapes.described(b)
                        + "; cut one with slice(from, to) or pass equal lengths");
            }
        }
    }

    /** The shape, constants wherever there is one. */
    List<Expr> shape() {
        if (arrays.isEmpty()) {
            throw new IllegalArgumentException(
                    use + " of scalars only, expected at least one vector; use Expr.apply for scalars");
        }
        List<Expr> shape = new ArrayList<>();
        for (int k = 0; k < Shapes.shape(arrays.get(0)).size(); k++) {
            shape.add(Shapes.shape(fixing(k)).get(k));
        }
        return List.copyOf(shape);
    }

    /** The array that tells the extent of an axis. */
    private Arithmetic<?> fixing(int axis) {
        for (Arithmetic<?> array : arrays) {
            if (Shapes.shape(array).get(axis) instanceof Constant) {
                return array;
            }
        }
        return arrays.get(0);
    }

    /** That the extents not known to be equal are. */
    List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>();
        for (int k = 0; k < Shapes.shape(arrays.get(0)).size(); k++) {
            Arithmetic<?> fixing = fixing(k);
            List<@Nullable Expr> seen =
                    new ArrayList<>(List.of(Shapes.shape(fixing).get(k)));
            for (Arithmetic<?> array : arrays) {
                Expr extent = Shapes.shape(array).get(k);
                if (!seen.contains(extent)) {
                    seen.add(extent);
                    requirements.add(different(fixing, Shapes.shape(fixing).get(k), array, extent));
                }
            }
        }
        return List.copyOf(requirements);
    }

    private static Requirement different(Arithmetic<?> a, Expr first, Arithmetic<?> b, Expr second) {
        return new Requirement(
                first.equalTo(second),
                "arrays combined element by element have different lengths {} and {}: " + first + " of " + a + " and "
                        + second + " of " + b + "; pass equal lengths",
                List.of(first, second));
    }
}
