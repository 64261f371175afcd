package org.cotangent.codegen.fuzz;

import java.util.List;
import java.util.Optional;

/** Random expressions of types int and long. Any value may come out; indices are made safe. */
final class Integers {

    private final MethodWriter method;

    Integers(MethodWriter method) {
        this.method = method;
    }

    Term integer(int depth) {
        int choice = method.scope.random.nextInt(100);
        if (depth == 0 || choice < 40) {
            return leaf();
        } else if (choice < 56) {
            String operator = method.scope.pick(List.of("+", "-", "+", "-", "*"));
            int level = operator.equals("*") ? Term.PRODUCT : Term.SUM;
            return Term.binary(integer(depth - 1), operator, leaf(), level, 0);
        } else if (choice < 64) {
            return bits(depth - 1);
        } else if (choice < 71) {
            method.scope.note(Syntax.INT_OVERFLOW);
            Term large = method.scope.chance(30)
                    ? Term.primary("Integer.MAX_VALUE", 0)
                    : Term.of(0x7FFFFFFF - method.scope.random.nextInt(1000));
            return Term.binary(integer(depth - 1), "*", large, Term.PRODUCT, 0);
        } else if (choice < 78) {
            method.scope.note(Syntax.INT_FROM_REAL);
            return method.reals.real(1).times(3).cast("int");
        } else if (choice < 81) {
            return longInteger(depth - 1).cast("int");
        } else if (choice < 85) {
            return Term.binary(integer(depth - 1), method.scope.chance(50) ? "/" : "%", Term.of(3), Term.PRODUCT, 0);
        } else if (choice < 89) {
            return ofMath(depth - 1);
        } else if (choice < 92) {
            return ofJdk(depth - 1);
        } else if (choice < 94) {
            return method.calls.expression("int").orElseGet(this::leaf);
        } else if (choice < 98) {
            return withEffect();
        }
        return method.scope.chance(50)
                ? method.conditions.condition(0).choose(integer(depth - 1), leaf())
                : method.switches.expression("int");
    }

    private Term bits(int depth) {
        method.scope.note(Syntax.BIT_OPERATION);
        Term a = integer(depth);
        Term b = leaf();
        return switch (method.scope.random.nextInt(7)) {
            case 0 -> Term.binary(a, "&", b, Term.BIT_AND, 0);
            case 1 -> Term.binary(a, "|", b, Term.BIT_OR, 0);
            case 2 -> Term.binary(a, "^", b, Term.BIT_XOR, 0);
            case 3 -> Term.binary(a, "<<", b, Term.SHIFT, 0);
            case 4 -> Term.binary(a, ">>", b, Term.SHIFT, 0);
            case 5 -> Term.binary(a, ">>>", b, Term.SHIFT, 0);
            default -> new Term("~" + a.at(Term.UNARY), Term.UNARY, 0);
        };
    }

    private Term ofMath(int depth) {
        String name = method.scope.pick(List.of("max", "min", "floorMod", "floorDiv", "abs"));
        return switch (name) {
            case "max", "min" -> Term.call("Math." + name, 0, integer(depth), leaf());
            case "abs" -> Term.call("Math.abs", 0, integer(depth));
            default -> Term.call("Math." + name, 0, integer(depth), Term.of(5));
        };
    }

    /** A pure method of the JDK on inactive values. */
    private Term ofJdk(int depth) {
        method.scope.note(Syntax.HELPER_OF_JDK);
        return switch (method.scope.random.nextInt(5)) {
            case 0 -> Term.call("Integer.bitCount", 0, integer(depth));
            case 1 -> Term.call("Integer.compare", 0, integer(depth), leaf());
            case 2 -> Term.call("Integer.signum", 0, integer(depth));
            case 3 -> Term.call("Long.bitCount", 0, longInteger(depth));
            default -> Term.call("Integer.rotateLeft", 0, integer(depth), Term.of(3));
        };
    }

    /** {@code k++}, {@code --k}, {@code (k += 3)} or {@code (k = e)}. */
    private Term withEffect() {
        Optional<Symbol> target = method.scope.target("int");
        if (target.isEmpty() || !method.scope.mayHaveEffects()) {
            return leaf();
        }
        method.scope.note(Syntax.INCREMENT_IN_EXPRESSION);
        String k = target.get().name;
        return switch (method.scope.random.nextInt(6)) {
            case 0 -> new Term("++" + k, Term.UNARY, 0);
            case 1 -> new Term("--" + k, Term.UNARY, 0);
            case 2 -> new Term(k + "++", Term.UNARY, 0);
            case 3 -> new Term(k + "--", Term.UNARY, 0);
            case 4 -> Term.primary("(" + k + " = " + leaf().text() + ")", 0);
            default -> Term.primary("(" + k + " += " + leaf().text() + ")", 0);
        };
    }

    Term leaf() {
        int choice = method.scope.random.nextInt(100);
        Optional<Term> found = Optional.empty();
        if (choice < 40) {
            found = method.scope.pick("int").map(Symbol::term);
        } else if (choice < 55) {
            found = method.scope.counter().map(Symbol::term);
        } else if (choice < 65) {
            found = method.scope
                    .pick("int[]")
                    .map(a -> a.term().at(Term.of(method.scope.random.nextInt(method.scope.columns))));
        } else if (choice < 70) {
            found = method.scope.pick("double[]").map(a -> a.term().length());
        } else if (choice < 73) {
            found = method.records.component("int");
        }
        return found.orElseGet(() -> Term.of(method.scope.random.nextInt(9) - 2));
    }

    Term longInteger(int depth) {
        int choice = method.scope.random.nextInt(100);
        if (depth == 0 || choice < 30) {
            return method.scope.pick("long").map(Symbol::term).orElse(Term.primary("3_000_000_007L", 0));
        } else if (choice < 45) {
            return integer(depth - 1).cast("long");
        } else if (choice < 60) {
            return Term.binary(longInteger(depth - 1), "*", Term.primary("0x5DEECE66DL", 0), Term.PRODUCT, 0);
        } else if (choice < 75) {
            return Term.binary(longInteger(depth - 1), "+", leaf(), Term.SUM, 0);
        } else if (choice < 82) {
            return Term.binary(longInteger(depth - 1), ">>>", leaf(), Term.SHIFT, 0);
        } else if (choice < 88) {
            return Term.binary(longInteger(depth - 1), "^", leaf(), Term.BIT_XOR, 0);
        } else if (choice < 92) {
            return method.reals.real(1).times(4).cast("long");
        }
        // The sum makes it a double, as rounding a float has no derivative rule.
        return Term.call("Math.round", 0, method.reals.real(1).times(4));
    }
}
