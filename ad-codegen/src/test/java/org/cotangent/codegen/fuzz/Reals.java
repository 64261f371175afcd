package org.cotangent.codegen.fuzz;

import java.util.Optional;

/** Random real expressions. */
final class Reals {

    private final MethodWriter method;

    Reals(MethodWriter method) {
        this.method = method;
    }

    /** A real value within {@link Term#LIMIT}. */
    Term limited(int depth) {
        return method.math.within(real(depth), Term.LIMIT);
    }

    Term within(int depth, double limit) {
        return method.math.within(real(depth), limit);
    }

    Term real(int depth) {
        Term made = depth == 0 ? leaf() : compound(depth, method.scope.random.nextInt(100));
        if (method.scope.chance(4)) {
            method.scope.note(Syntax.PARENTHESES);
            return made.enclosed();
        }
        return made;
    }

    private Term compound(int depth, int choice) {
        if (choice < 16) {
            return sum(real(depth - 1), real(method.scope.random.nextInt(depth)));
        } else if (choice < 29) {
            Term a = real(depth - 1);
            return method.scope.chance(50) ? a.times(leaf()) : leaf().times(a);
        } else if (choice < 34) {
            return real(depth - 1).times(constant());
        } else if (choice < 57) {
            return method.math.smooth(real(depth - 1));
        } else if (choice < 66) {
            return method.math.smoothOfTwo(real(depth - 1), leaf());
        } else if (choice < 69) {
            return method.math.kinked(real(depth - 1), leaf());
        } else if (choice < 71) {
            method.scope.note(Syntax.CAST_TO_FLOAT);
            return method.math.within(real(depth - 1), 30).cast("float");
        } else if (choice < 76) {
            return chosen(depth - 1);
        } else if (choice < 79) {
            return guardedElement();
        } else if (choice < 82) {
            return guardedQuotient(depth - 1);
        } else if (choice < 86) {
            return assigning(depth - 1);
        } else if (choice < 89) {
            return trap(depth - 1);
        } else if (choice < 94) {
            return method.calls.expression("double").orElseGet(this::leaf);
        } else if (choice < 96) {
            return method.switches.expression("double");
        }
        return new Term("+" + leaf().at(Term.PRIMARY), Term.UNARY, Term.LIMIT);
    }

    private Term sum(Term a, Term b) {
        return method.scope.chance(60) ? a.plus(b) : a.minus(b);
    }

    double constant() {
        return (method.scope.random.nextInt(29) - 14.5) / 10;
    }

    private Term constantTerm() {
        return Term.of(constant());
    }

    Term leaf() {
        int choice = method.scope.random.nextInt(100);
        if (choice < 36) {
            return method.scope.pick("double").map(Symbol::term).orElseGet(this::constantTerm);
        } else if (choice < 70) {
            return method.arrays.element().orElseGet(this::constantTerm);
        } else if (choice < 76) {
            return method.records.component("double").orElseGet(this::constantTerm);
        } else if (choice < 80) {
            return method.scope.has("float") ? method.floats.leaf() : constantTerm();
        } else if (choice < 90) {
            return constantTerm();
        } else if (choice < 94) {
            return ofCounter();
        }
        return ofInteger();
    }

    private Term ofCounter() {
        Optional<Term> counter = method.scope.counter().map(Symbol::term);
        if (counter.isEmpty()) {
            return constantTerm();
        }
        Term i = counter.get();
        return switch (method.scope.random.nextInt(3)) {
            case 0 -> i.times(0.25).bounded(2.5);
            case 1 -> i.over(Term.of(4.0), 4).bounded(2.5);
            default -> i.cast("double").times(Term.of(0.2)).bounded(2.5);
        };
    }

    private Term ofInteger() {
        if (method.scope.chance(60)) {
            Term small = Term.call("Math.floorMod", 6, method.integers.integer(1), Term.of(7));
            return method.scope.chance(50)
                    ? small.times(0.3).bounded(2)
                    : small.cast("double").over(Term.of(3.5), 3.5).bounded(2);
        }
        Term small = Term.binary(method.integers.longInteger(1), "%", Term.primary("5L", 5), Term.PRODUCT, 5);
        return small.times(0.3).bounded(2);
    }

    private Term chosen(int depth) {
        method.scope.note(Syntax.TERNARY);
        return method.conditions.condition(1).choose(real(depth), leaf());
    }

    /** {@code 0 <= i && i < a.length ? a[i] : c}. */
    private Term guardedElement() {
        Optional<Symbol> array = method.scope.pick("double[]");
        if (array.isEmpty()) {
            return leaf();
        }
        method.scope.note(Syntax.GUARDED_INDEX);
        Term a = array.get().term();
        Term index = method.scope.quietly(() -> method.scope
                .counter()
                .map(c -> c.term().plus(Term.of(method.scope.random.nextInt(3))))
                .or(() -> method.scope.pick("int").map(Symbol::term))
                .orElse(Term.of(1)));
        Term inside = index.relation(">=", Term.of(0)).and(index.relation("<", a.length()));
        return inside.choose(a.at(index), method.math.within(leaf(), Term.LIMIT));
    }

    /** {@code |b| > 0.3 ? a / b : a}. */
    private Term guardedQuotient(int depth) {
        method.scope.note(Syntax.GUARDED_DIVISION);
        Term b = method.scope.quietly(this::leaf);
        Term a = real(depth);
        Term away = method.scope.chance(50)
                ? Term.call("Math.abs", b.bound(), b).relation(">", Term.of(0.3))
                : b.relation("<", Term.of(-0.3)).or(Term.of(0.3).relation("<", b));
        // The dividend may assign what the divisor reads.
        Term safe = method.scope.quietly(() -> real(depth));
        return away.choose(safe.over(b, 0.3), a);
    }

    /** An assignment used as a value. */
    private Term assigning(int depth) {
        Optional<Symbol> target = method.scope.target("double");
        if (target.isEmpty() || !method.scope.mayHaveEffects()) {
            return leaf();
        }
        method.scope.note(Syntax.ASSIGNMENT_IN_EXPRESSION);
        String name = target.get().name;
        if (method.scope.chance(25)) {
            return enclosed(name + " *= " + within(depth, 1).text(), Term.LIMIT);
        }
        return enclosed(name + " = " + limited(depth).text(), Term.LIMIT);
    }

    private static Term enclosed(String text, double bound) {
        return Term.primary("(" + text + ")", bound);
    }

    /** An expression whose value depends on the order of evaluation. */
    private Term trap(int depth) {
        Optional<Symbol> target = method.scope.target("double");
        if (target.isEmpty() || !method.scope.mayHaveEffects()) {
            return leaf();
        }
        method.scope.note(Syntax.ORDER_TRAP);
        Symbol t = target.get();
        Term assigned = enclosed(t.name + " = " + limited(depth).text(), Term.LIMIT);
        return switch (method.scope.random.nextInt(6)) {
            case 0 -> t.term().times(assigned);
            case 1 -> assigned.minus(t.term().times(t.term()));
            case 2 -> t.term().plus(assigned.times(t.term()));
            case 3 -> incremented(t);
            case 4 -> elementTrap(depth);
            default -> counted();
        };
    }

    /** {@code t++ * 0.5 - t}, after which the statement brings t back to its limits. */
    private Term incremented(Symbol t) {
        if (!t.mayBeAssigned() || !method.statements.defer(t.name + " *= 0.5;\n")) {
            return t.term();
        }
        method.scope.note(Syntax.REAL_INCREMENT);
        String form = method.scope.pick(java.util.List.of("%s++", "%s--", "++%s", "--%s"));
        Term first = new Term(form.formatted(t.name), Term.UNARY, Term.LIMIT + 1);
        return method.scope.chance(50)
                ? first.times(Term.of(0.5)).minus(t.term())
                : t.term().times(first);
    }

    /** {@code u[i] - (u[i] = e) * u[i]}. */
    private Term elementTrap(int depth) {
        Optional<Term> element = method.scope.quietly(() -> method.arrays.element("double"));
        if (element.isEmpty()) {
            return leaf();
        }
        method.statements.noteStore();
        Term u = element.get();
        Term value = limited(depth);
        Term assigned = enclosed(u.text() + " = " + value.text(), Term.LIMIT);
        return method.scope.chance(50) ? u.minus(assigned.times(u)) : assigned.times(u);
    }

    /** {@code u[k = 0] * u[k++] + u[k]}. */
    private Term counted() {
        Optional<Symbol> k = method.scope.target("int");
        Optional<Symbol> u = method.scope.pick("double[]");
        if (k.isEmpty() || u.isEmpty()) {
            return leaf();
        }
        method.scope.note(Syntax.INDEX_WITH_EFFECT);
        String name = k.get().name;
        Term a = u.get().term();
        Term first = a.at(Term.primary(name + " = 0", 0));
        Term second = a.at(Term.primary(name + "++", 0));
        Term third = a.at(method.scope.chance(50) ? k.get().term() : Term.primary("--" + name, 0));
        return first.times(second).plus(third);
    }
}
