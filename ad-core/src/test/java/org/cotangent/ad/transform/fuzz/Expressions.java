package org.cotangent.ad.transform.fuzz;

import java.util.List;
import java.util.Optional;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;
import org.cotangent.ad.expr.Type;
import org.cotangent.ad.expr.Variable;

/** Random expressions over what a scope offers. */
final class Expressions {

    private static final Type LONG = Type.LONG;
    private static final Type BOOLEANS = new Type(Type.Kind.BOOLEAN, 1);

    private final Scope scope;

    Expressions(Scope scope) {
        this.scope = scope;
    }

    /** A real value within {@link Bounded#LIMIT}. */
    Expr limited(int depth) {
        return real(depth).within(Bounded.LIMIT, scope.chance(50)).value();
    }

    Bounded real(int depth) {
        if (depth == 0) {
            return leaf();
        }
        int choice = scope.random.nextInt(100);
        if (choice < 18) {
            return scope.chance(60)
                    ? real(depth - 1).plus(leaf())
                    : real(depth - 1).minus(leaf());
        } else if (choice < 34) {
            return real(depth - 1).times(leaf());
        } else if (choice < 40) {
            return real(depth - 1).times(constant());
        } else if (choice < 66) {
            return Functions.SMOOTH
                    .get(scope.random.nextInt(Functions.SMOOTH.size()))
                    .apply(real(depth - 1));
        } else if (choice < 76) {
            return pick(Functions.SMOOTH_PAIRS).apply(real(depth - 1), leaf());
        } else if (choice < 80) {
            scope.note(Construct.KINKED_OPERATION);
            return pick(Functions.KINKED).apply(real(depth - 1), leaf());
        } else if (choice < 83) {
            scope.note(Construct.FLOAT_ROUNDING);
            return real(depth - 1).map(Op.TO_FLOAT, Bounded.LIMIT * 10).within(Bounded.LIMIT, true);
        } else if (choice < 88) {
            return choice(depth - 1);
        } else if (choice < 92) {
            return guardedElement();
        } else if (choice < 95) {
            return guardedQuotient(depth - 1);
        }
        return leaf();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(scope.random.nextInt(choices.size()));
    }

    double constant() {
        return (scope.random.nextInt(29) - 14.5) / 10;
    }

    private Bounded leaf() {
        int choice = scope.random.nextInt(100);
        if (choice < 40) {
            return scope.pick(Type.DOUBLE).map(Bounded::variable).orElseGet(() -> Bounded.constant(constant()));
        } else if (choice < 78) {
            return element().orElseGet(() -> Bounded.constant(constant()));
        } else if (choice < 90) {
            return Bounded.constant(constant());
        } else if (choice < 94) {
            return scope.counter()
                    .map(c -> new Bounded(c.variable().toReal().times(0.25), 2.5))
                    .orElseGet(() -> Bounded.constant(constant()));
        } else if (choice < 98) {
            Expr small = Expr.apply(Op.INT_FLOOR_REMAINDER, integer(1), Expr.constant(7));
            return new Bounded(small.toReal().times(0.3), 2);
        }
        Expr small = Expr.apply(Op.LONG_FLOOR_REMAINDER, longInteger(1), Expr.constant(5L));
        return new Bounded(small.toReal().times(0.3), 2);
    }

    /** An element of some array of reals. */
    private Optional<Bounded> element() {
        int choice = scope.random.nextInt(100);
        if (choice < 15 && scope.has(Scope.FLOATS)) {
            Variable floats = scope.pick(Scope.FLOATS).orElseThrow();
            return Optional.of(Bounded.variable(floats.at(index(floats, scope.columns))));
        }
        return row().map(r -> Bounded.variable(r.at(index(r, scope.columns))));
    }

    /** A {@code double[]}: a variable or a row. */
    Optional<Expr> row() {
        boolean hasRows = scope.has(Scope.DOUBLES);
        if (scope.has(Scope.MATRIX) && (!hasRows || scope.chance(40))) {
            Variable matrix = scope.pick(Scope.MATRIX).orElseThrow();
            return Optional.of(matrix.at(index(matrix, scope.rows)));
        }
        return scope.pick(Scope.DOUBLES).map(v -> v);
    }

    /** An index that is surely within an array. */
    Expr index(Expr array, int safe) {
        int choice = scope.random.nextInt(100);
        if (choice < 50) {
            Optional<Scope.Counter> counter = scope.counterBelow(safe);
            if (counter.isPresent()) {
                return counter.get().variable();
            }
        }
        if (choice < 75) {
            return Expr.constant(scope.random.nextInt(safe));
        }
        return Expr.apply(Op.INT_FLOOR_REMAINDER, integer(1), array.length());
    }

    private Bounded choice(int depth) {
        scope.note(Construct.LAZY_CHOICE);
        Bounded a = real(depth);
        Bounded b = leaf();
        return new Bounded(condition(1).select(a.value(), b.value()), Math.max(a.bound(), b.bound()));
    }

    /** {@code 0 <= i && i < a.length ? a[i] : c}. */
    private Bounded guardedElement() {
        Optional<Variable> array = scope.pick(Scope.DOUBLES);
        if (array.isEmpty()) {
            return leaf();
        }
        scope.note(Construct.GUARDED_INDEX);
        scope.note(Construct.LAZY_AND);
        Expr index = scope.counter()
                .map(c -> c.variable().plus(scope.random.nextInt(5) - 2))
                .orElseGet(() -> integer(1));
        Expr inside = index.greaterOrEqual(Expr.constant(0))
                .and(index.lessThan(array.get().length()));
        return Bounded.variable(inside.select(
                array.get().at(index), leaf().within(Bounded.LIMIT, true).value()));
    }

    /** {@code |b| > 0.3 ? a / b : a}. */
    private Bounded guardedQuotient(int depth) {
        scope.note(Construct.GUARDED_DIVISION);
        Bounded a = real(depth);
        Bounded b = leaf();
        Expr quotient = b.value().abs().greaterThan(0.3).select(a.value().dividedBy(b.value()), a.value());
        return new Bounded(quotient, a.bound() / 0.3);
    }

    Expr integer(int depth) {
        int choice = scope.random.nextInt(100);
        if (depth == 0 || choice < 45) {
            return integerLeaf();
        } else if (choice < 65) {
            Op op = pick(List.of(Op.INT_ADD, Op.INT_SUBTRACT, Op.INT_XOR, Op.INT_MAX, Op.INT_AND));
            return Expr.apply(op, integer(depth - 1), integerLeaf());
        } else if (choice < 75) {
            scope.note(Construct.INT_OVERFLOW);
            return integer(depth - 1).times(Expr.constant(0x7FFFFFFF - scope.random.nextInt(1000)));
        } else if (choice < 80) {
            return Expr.apply(Op.INT_SHIFT_LEFT, integer(depth - 1), integerLeaf());
        } else if (choice < 88) {
            scope.note(Construct.INTEGER_FROM_REAL);
            return Expr.apply(Op.DOUBLE_TO_INT, real(1).times(3).value());
        } else if (choice < 92) {
            return Expr.apply(Op.LONG_TO_INT, longInteger(depth - 1));
        } else if (choice < 96) {
            return integer(depth - 1).dividedBy(Expr.constant(3));
        }
        return condition(0).select(integer(depth - 1), integerLeaf());
    }

    private Expr integerLeaf() {
        int choice = scope.random.nextInt(100);
        Optional<Expr> found = Optional.empty();
        if (choice < 40) {
            found = scope.pick(Type.INT).map(v -> v);
        } else if (choice < 60) {
            found = scope.counter().map(Scope.Counter::variable);
        } else if (choice < 70) {
            found = scope.pick(Type.INTS).map(a -> a.at(Expr.constant(scope.random.nextInt(scope.columns))));
        } else if (choice < 75) {
            found = scope.pick(Scope.DOUBLES).map(Expr::length);
        }
        return found.orElseGet(() -> Expr.constant(scope.random.nextInt(9) - 2));
    }

    Expr longInteger(int depth) {
        int choice = scope.random.nextInt(100);
        if (depth == 0 || choice < 30) {
            return scope.pick(LONG).map(v -> (Expr) v).orElseGet(() -> Expr.constant(3_000_000_007L));
        } else if (choice < 55) {
            return Expr.apply(Op.INT_TO_LONG, integer(depth - 1));
        } else if (choice < 70) {
            return Expr.apply(Op.LONG_MULTIPLY, longInteger(depth - 1), Expr.constant(0x5DEECE66DL));
        } else if (choice < 85) {
            return Expr.apply(Op.LONG_ADD, longInteger(depth - 1), integerLeaf());
        }
        return Expr.apply(Op.ROUND, real(1).times(4).value());
    }

    Expr condition(int depth) {
        int choice = scope.random.nextInt(100);
        if (depth > 0 && choice < 12) {
            scope.note(Construct.LAZY_AND);
            return condition(depth - 1).and(condition(depth - 1));
        } else if (depth > 0 && choice < 24) {
            scope.note(Construct.LAZY_OR);
            return condition(depth - 1).or(condition(depth - 1));
        } else if (choice < 30) {
            return condition(0).not();
        } else if (choice < 40) {
            return scope.pick(Type.BOOLEAN).map(v -> (Expr) v).orElseGet(this::comparison);
        } else if (choice < 45) {
            return scope.pick(BOOLEANS).map(a -> a.at(index(a, scope.columns))).orElseGet(this::comparison);
        } else if (choice < 52) {
            return guardedComparison();
        } else if (choice < 70) {
            return integer(1).lessThan(integer(1));
        }
        return comparison();
    }

    private Expr comparison() {
        scope.note(Construct.IF_ACTIVE);
        Expr left = real(1).value();
        Expr right = scope.chance(60) ? Expr.constant(constant()) : leaf().value();
        return pick(List.of(left.lessThan(right), left.greaterThan(right), left.lessOrEqual(right)));
    }

    /** A guard that keeps an index, or an integer division, from being evaluated. */
    private Expr guardedComparison() {
        Optional<Variable> array = scope.pick(Scope.DOUBLES);
        Expr i = integer(1);
        if (array.isPresent() && scope.chance(60)) {
            scope.note(Construct.GUARDED_INDEX);
            scope.note(Construct.LAZY_OR);
            Expr outside =
                    i.lessThan(Expr.constant(0)).or(i.greaterOrEqual(array.get().length()));
            return outside.or(array.get().at(i).greaterThan(constant()));
        }
        scope.note(Construct.GUARDED_DIVISION);
        scope.note(Construct.LAZY_AND);
        Expr quotient = Expr.constant(100).dividedBy(i);
        return Expr.apply(Op.INTEGER_NOT_EQUAL, i, Expr.constant(0)).and(quotient.greaterThan(Expr.constant(7)));
    }
}
