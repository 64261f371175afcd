package org.cotangent.ad.expr;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Builds the nodes whose elements are given by functions of an index. */
final class Loops {

    private Loops() {}

    private static void requireCount(String what, Expr count) {
        Shapes.requireInt(count);
        if (count instanceof Constant c && c.integer() < 0) {
            throw new IllegalArgumentException(what + " of " + count + " elements, expected 0 or more");
        }
    }

    private static void requireScalar(String what, Expr element) {
        if (element.type().isArray()) {
            throw new IllegalArgumentException(
                    what + " has elements " + element + " of type " + element.type() + ", expected scalars");
        }
    }

    static VectorExpr vector(Expr count, Function<Expr, Expr> element) {
        requireCount("vector", count);
        Variable index = Variable.index("i", count);
        Expr value = element.apply(index);
        requireScalar("vector", value);
        return VectorExpr.of(table(List.of(index), value, List.of(count)));
    }

    static MatrixExpr matrix(Expr rows, Expr columns, BiFunction<Expr, Expr, Expr> element) {
        requireCount("rows", rows);
        requireCount("columns", columns);
        Variable row = Variable.index("i", rows);
        Variable column = Variable.index("j", columns);
        Expr value = element.apply(row, column);
        requireScalar("matrix", value);
        return MatrixExpr.of(table(List.of(row, column), value, List.of(rows, columns)));
    }

    private static Table table(List<Variable> indices, Expr value, List<Expr> shape) {
        return new Table(indices, value, shape);
    }

    static Expr fold(Expr turns, Expr initial, BiFunction<Expr, Expr, Expr> next) {
        requireCount("fold", turns);
        requireScalar("fold", initial);
        Shapes.requireReal(initial, "fold");
        Variable index = Variable.index("i", turns);
        Variable state = Variable.of("state", Type.DOUBLE);
        Expr after = next.apply(state, index);
        Shapes.requireReal(after, "fold");
        return new Fold(turns, index, state, initial, after, List.of(), List.of());
    }

    static VectorExpr fold(Expr turns, VectorExpr initial, BiFunction<VectorExpr, Expr, VectorExpr> next) {
        requireCount("fold", turns);
        Shapes.requireReal(initial, "fold");
        Variable index = Variable.index("i", turns);
        Variable state = Variable.of("state", Type.DOUBLES);
        VectorExpr after = next.apply(new VectorExpr(state, initial.length()), index);
        Shapes.requireReal(after, "fold");
        List<Requirement> equal = Shapes.agree("fold with states", initial, 0, after, 0);
        return VectorExpr.of(
                new Fold(turns, index, state, initial.node(), after.node(), List.of(initial.length()), equal));
    }
}
