package org.cotangent.codegen.fuzz;

import java.util.List;
import java.util.Optional;

/** Random conditions. */
final class Conditions {

    private final MethodWriter method;

    Conditions(MethodWriter method) {
        this.method = method;
    }

    Term condition(int depth) {
        int choice = method.scope.random.nextInt(100);
        if (depth > 0 && choice < 12) {
            method.scope.note(Syntax.LAZY_AND);
            return condition(depth - 1).and(condition(depth - 1));
        } else if (depth > 0 && choice < 24) {
            method.scope.note(Syntax.LAZY_OR);
            return condition(depth - 1).or(condition(depth - 1));
        } else if (depth > 0 && choice < 28) {
            return strict(depth - 1);
        } else if (choice < 33) {
            return condition(0).not();
        } else if (choice < 41) {
            return method.scope.pick("boolean").map(Symbol::term).orElseGet(this::comparison);
        } else if (choice < 46) {
            return method.scope
                    .pick("boolean[]")
                    .map(a -> a.term().at(method.arrays.index(a.term(), method.scope.columns)))
                    .orElseGet(this::comparison);
        } else if (choice < 52) {
            return guarded();
        } else if (choice < 66) {
            return ofIntegers();
        } else if (choice < 69) {
            return method.calls.expression("boolean").orElseGet(this::comparison);
        }
        return comparison();
    }

    private Term strict(int depth) {
        method.scope.note(Syntax.STRICT_LOGIC);
        Term a = condition(depth);
        Term b = condition(depth);
        return switch (method.scope.random.nextInt(5)) {
            case 0 -> Term.binary(a, "&", b, Term.BIT_AND, 1);
            case 1 -> Term.binary(a, "|", b, Term.BIT_OR, 1);
            case 2 -> Term.binary(a, "^", b, Term.BIT_XOR, 1);
            case 3 -> a.equality("==", b.enclosed());
            default -> a.equality("!=", b.enclosed());
        };
    }

    private Term ofIntegers() {
        String operator = method.scope.pick(List.of("<", ">", "<=", ">=", "==", "!="));
        Term a = method.integers.integer(1);
        Term b = method.integers.integer(1);
        return operator.endsWith("=") && !operator.startsWith("<") && !operator.startsWith(">")
                ? a.equality(operator, b)
                : a.relation(operator, b);
    }

    /** A comparison of reals. */
    Term comparison() {
        method.scope.note(Syntax.ACTIVE_CONDITION);
        Term left = method.reals.real(1);
        Term right = method.scope.chance(60) ? Term.of(method.reals.constant()) : method.reals.leaf();
        return left.relation(method.scope.pick(List.of("<", ">", "<=", ">=")), right);
    }

    /** A guard that keeps an index, or an integer division, from being evaluated. */
    private Term guarded() {
        Optional<Symbol> array = method.scope.pick("double[]");
        Term i = method.scope.pick("int").map(Symbol::term).orElse(Term.of(1));
        if (array.isPresent() && method.scope.chance(60)) {
            method.scope.note(Syntax.GUARDED_INDEX);
            Term a = array.get().term();
            Term outside = i.relation("<", Term.of(0)).or(i.relation(">=", a.length()));
            return outside.or(a.at(i).relation(">", Term.of(method.reals.constant())));
        }
        method.scope.note(Syntax.GUARDED_DIVISION);
        Term quotient = Term.binary(Term.of(100), "/", i, Term.PRODUCT, 0);
        return i.equality("!=", Term.of(0)).and(quotient.relation(">", Term.of(7)));
    }
}
