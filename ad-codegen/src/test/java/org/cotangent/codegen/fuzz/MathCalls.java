package org.cotangent.codegen.fuzz;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The methods of {@link Math} and {@link StrictMath} on arguments that are safe for them. */
final class MathCalls {

    private static final double SAFE_EXPONENT = 1.5;

    private final Scope scope;
    private final boolean isImported;
    private final int strictPercent;

    /** @param isImported whether all of Math is imported by name */
    MathCalls(Scope scope, boolean isImported, int strictPercent) {
        this.scope = scope;
        this.isImported = isImported;
        this.strictPercent = strictPercent;
    }

    Term call(String method, double bound, Term... arguments) {
        if (isImported && scope.chance(60)) {
            scope.note(Syntax.STATIC_IMPORT);
            return Term.call(method, bound, arguments);
        }
        if (scope.chance(strictPercent)) {
            scope.note(Syntax.STRICT_MATH);
            return Term.call("StrictMath." + method, bound, arguments);
        }
        return Term.call("Math." + method, bound, arguments);
    }

    Term smooth(Term x) {
        return scope.pick(smooth).apply(x);
    }

    Term smoothOfTwo(Term a, Term b) {
        return scope.pick(pairs).apply(a, b);
    }

    Term kinked(Term a, Term b) {
        scope.note(Syntax.KINKED_OPERATION);
        return scope.pick(kinked).apply(a, b);
    }

    /** This, or something of it that keeps within a limit. */
    Term within(Term x, double limit) {
        if (x.bound() <= limit) {
            return x;
        }
        return scope.chance(50)
                ? x.times(Math.floor(limit / x.bound() * 1e4) / 1e4).bounded(limit)
                : sin(x).times(limit);
    }

    private Term sin(Term x) {
        return call("sin", 1, x);
    }

    private Term either(Term a, Term b) {
        return scope.chance(50) ? a : b;
    }

    /** A value in [low, low + bound²] of an expression without effects. */
    private Term squarePlus(Term x, double low) {
        Term square = x.text().length() < 12 && isPure(x)
                ? x.times(x)
                : call("pow", x.bound() * x.bound(), x, either(Term.of(2), Term.of(2.0)));
        return square.plus(Term.of(low));
    }

    private static boolean isPure(Term x) {
        return !x.text().contains("=") && !x.text().contains("++") && !x.text().contains("--");
    }

    private double square(Term x, double low) {
        return low + x.bound() * x.bound();
    }

    private Term exponent(Term x) {
        return within(x, SAFE_EXPONENT);
    }

    /** Not a float: there are methods for floats that have no derivative. */
    private static Term wide(Term x) {
        return x.plus(Term.of(0.0));
    }

    private Term map(String method, Term x, double bound) {
        return call(method, bound, x);
    }

    private final List<UnaryOperator<Term>> smooth = List.of(
            this::sin,
            this::sin,
            x -> map("cos", x, 1),
            x -> map("tanh", x, 1),
            x -> map("atan", x, Math.min(1.6, x.bound())),
            x -> map("sqrt", squarePlus(x, 0.5), Math.sqrt(square(x, 0.5))),
            x -> map("cbrt", squarePlus(x, 0.7), Math.cbrt(square(x, 0.7))),
            x -> map("log", squarePlus(x, 1.5), Math.log(square(x, 1.5))),
            x -> map("log10", squarePlus(x, 1.5), Math.log10(square(x, 1.5))),
            x -> map("log1p", squarePlus(x, 0.2), Math.log1p(square(x, 0.2))),
            x -> map("exp", exponent(x), Math.exp(SAFE_EXPONENT)),
            x -> map("expm1", exponent(x), Math.exp(SAFE_EXPONENT)),
            x -> map("sinh", exponent(x), Math.exp(SAFE_EXPONENT)),
            x -> map("cosh", exponent(x), Math.exp(SAFE_EXPONENT)),
            x -> map("tan", sin(x).times(0.7), 0.9),
            x -> map("asin", sin(x).times(0.9), 1.2),
            x -> map("acos", sin(x).times(0.9), 3),
            x -> map("toRadians", x.times(20), x.bound() * 0.35),
            x -> map("toDegrees", x.times(0.02), x.bound() * 1.15),
            x -> Term.of(1.0).over(squarePlus(x, 1.5), 1.5),
            x -> call("pow", Math.pow(x.bound(), 3), x, either(Term.of(3), Term.of(3.0))),
            x -> call("pow", square(x, 1.2), squarePlus(x, 1.2), Term.of(0.7)),
            x -> call("pow", 1, squarePlus(x, 1.2), Term.of(-1.5)),
            x -> call("scalb", x.bound(), wide(x), Term.of(-1)),
            Term::negated);

    private final List<BinaryOperator<Term>> pairs = List.of(
            (a, b) -> a.over(squarePlus(b, 1.5), 1.5),
            (a, b) -> a.over(sin(b).plus(Term.of(2.5)), 1.5),
            (a, b) -> call("hypot", a.bound() + square(b, 0.8), a, squarePlus(b, 0.8)),
            (a, b) -> call("atan2", 1.6, a, squarePlus(b, 1.2)),
            (a, b) -> call("atan2", 3.2, squarePlus(a, 1.3), b),
            (a, b) -> call("pow", 4, sin(a).plus(Term.of(1.5)), exponent(b)),
            (a, b) -> call("fma", (a.bound() + 1) * b.bound(), a, b, Term.of(0.5)));

    private final List<BinaryOperator<Term>> kinked = List.of(
            (a, b) -> map("abs", a, a.bound()),
            (a, b) -> call("max", Math.max(a.bound(), b.bound()), a, b),
            (a, b) -> call("min", Math.max(a.bound(), b.bound()), a, b),
            (a, b) -> call("max", Math.max(a.bound(), 0.4), a, Term.of(-0.4)),
            // Variables often hold exactly 0, whose sign a complex product may lose.
            (a, b) -> call("copySign", a.bound(), a, b.plus(Term.of(0.05))),
            (a, b) -> map("signum", a, 1).times(b),
            (a, b) -> map("floor", a, a.bound() + 1).plus(b),
            (a, b) -> map("ceil", a, a.bound() + 1).times(b),
            (a, b) -> map("rint", a, a.bound() + 1).times(b),
            (a, b) -> Term.binary(a, "%", squarePlus(b, 1.5), Term.PRODUCT, a.bound()),
            (a, b) -> Term.binary(a, "%", Term.of(0.7), Term.PRODUCT, 0.7),
            (a, b) -> call("IEEEremainder", square(b, 0.9), a, squarePlus(b, 0.9)));
}
