package org.cotangent.codegen.fuzz;

import java.util.Optional;

/** Random expressions of type float. */
final class Floats {

    private final MethodWriter method;

    Floats(MethodWriter method) {
        this.method = method;
    }

    Term leaf() {
        int choice = method.scope.random.nextInt(100);
        Optional<Term> found = Optional.empty();
        if (choice < 45) {
            found = method.scope.pick("float").map(Symbol::term);
        } else if (choice < 80) {
            found = method.arrays.element("float");
        }
        return found.orElseGet(this::literal);
    }

    private Term literal() {
        return Term.primary((1 + method.scope.random.nextInt(14)) / 10.0 + "f", 1.5);
    }

    /** A value of type float within {@link Term#LIMIT}, which needs no cast. */
    Term limited(int depth) {
        method.scope.note(Syntax.FLOAT_ARITHMETIC);
        int choice = method.scope.random.nextInt(100);
        if (choice < 30) {
            return method.reals.limited(depth).cast("float");
        } else if (choice < 40) {
            return method.calls.expression("float").orElseGet(this::leaf);
        }
        Term sum = arithmetic(depth);
        double factor = Math.floor(Term.LIMIT / sum.bound() * 100) / 100;
        return sum.bound() <= Term.LIMIT
                ? sum
                : Term.primary(factor + "f", factor).times(sum).bounded(Term.LIMIT);
    }

    private Term arithmetic(int depth) {
        if (depth == 0) {
            return leaf();
        }
        Term a = arithmetic(depth - 1);
        return switch (method.scope.random.nextInt(6)) {
            case 0, 1 -> a.plus(leaf());
            case 2 -> a.minus(leaf());
            case 3 -> a.times(leaf());
            case 4 -> a.over(Term.primary("1.7f", 1.7), 1.7);
            default -> a.negated();
        };
    }
}
