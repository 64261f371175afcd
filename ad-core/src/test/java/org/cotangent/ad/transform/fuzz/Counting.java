package org.cotangent.ad.transform.fuzz;

import java.util.Optional;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Variable;

/** Random bounds of counted loops, of at most about four turns. */
final class Counting {

    private Counting() {}

    /**
     * Bounds of a loop.
     *
     * @param low the least value of the counter
     * @param high the greatest
     * @param turns how many at most
     */
    record Range(Expr from, Expr to, int step, int low, int high, int turns) {}

    static Range random(Scope scope) {
        int columns = scope.columns;
        int choice = scope.random.nextInt(100);
        if (choice < 6) {
            scope.note(Construct.LOOP_EMPTY);
            int from = scope.random.nextInt(3);
            return new Range(Expr.constant(from + 1), Expr.constant(from), 1, 0, columns - 1, 0);
        } else if (choice < 20) {
            Optional<Range> inner = triangular(scope);
            if (inner.isPresent()) {
                return inner.get();
            }
        } else if (choice < 35) {
            Optional<Range> given = byParameter(scope);
            if (given.isPresent()) {
                return given.get();
            }
        } else if (choice < 55) {
            scope.note(Construct.LOOP_DOWN);
            int from = scope.random.nextInt(columns);
            return new Range(Expr.constant(from), Expr.constant(-1), -1, 0, from, from + 1);
        } else if (choice < 70) {
            scope.note(Construct.LOOP_BY_TWO);
            int from = scope.random.nextInt(2);
            int to = columns + scope.random.nextInt(3);
            return new Range(Expr.constant(from), Expr.constant(to), 2, from, to - 1, 4);
        } else if (choice < 80) {
            scope.note(Construct.LOOP_DOWN_BY_THREE);
            int from = columns + scope.random.nextInt(3);
            int to = scope.random.nextInt(3) - 1;
            return new Range(Expr.constant(from), Expr.constant(to), -3, to + 1, from, 3);
        }
        scope.note(Construct.LOOP_UP);
        int to = 1 + scope.random.nextInt(columns);
        return new Range(Expr.constant(0), Expr.constant(to), 1, 0, to - 1, to);
    }

    private static Optional<Range> triangular(Scope scope) {
        int columns = scope.columns;
        Optional<Scope.Counter> outer = scope.counterBelow(columns);
        outer.ifPresent(c -> scope.note(Construct.LOOP_TRIANGULAR));
        boolean up = scope.chance(50);
        return outer.map(c -> up
                ? new Range(c.variable(), Expr.constant(columns), 1, c.low(), columns - 1, columns)
                : new Range(c.variable().minus(1), Expr.constant(-1), -1, 0, columns - 1, columns));
    }

    private static Optional<Range> byParameter(Scope scope) {
        int columns = scope.columns;
        Optional<Variable> number = scope.any(scope.all(org.cotangent.ad.expr.Type.INT).stream()
                .filter(v -> v.name().startsWith("n"))
                .toList());
        if (number.isPresent() && scope.chance(50)) {
            scope.note(Construct.LOOP_UP);
            return number.map(n -> new Range(Expr.constant(0), n, 1, 0, 4, 4));
        }
        Optional<Variable> array = scope.any(
                scope.all(Scope.DOUBLES).stream().filter(scope::isFrozen).toList());
        return array.map(a -> new Range(Expr.constant(1), a.length(), 1, 1, columns + 1, columns + 1));
    }
}
