package org.cotangent.ad.expr;

import static org.cotangent.ad.expr.Expr.apply;
import static org.cotangent.ad.expr.Expr.constant;
import static org.cotangent.ad.expr.Row.infix;
import static org.cotangent.ad.expr.Row.math;
import static org.cotangent.ad.expr.Row.primitive;
import static org.cotangent.ad.expr.Row.real1;
import static org.cotangent.ad.expr.Row.real2;
import static org.cotangent.ad.expr.Rule.one;
import static org.cotangent.ad.expr.Rule.zero;

import org.cotangent.ad.runtime.Primitives;

/** The rows of arithmetic: the operators of Java on doubles, roots, powers, and what their derivatives need. */
final class ArithmeticRows {

    static final Row ADD = Row.of(
            real2((a, b) -> a + b),
            infix("+", 11),
            Complexes.two(Complex::plus),
            Rule.of((a, b, y) -> one(), (a, b, y) -> one()));
    static final Row SUBTRACT = Row.of(
            real2((a, b) -> a - b),
            infix("-", 11),
            Complexes.two(Complex::minus),
            Rule.of((a, b, y) -> one(), (a, b, y) -> constant(-1.0)));
    static final Row MULTIPLY = Row.of(
            real2((a, b) -> a * b),
            infix("*", 12),
            Complexes.two(Complex::times),
            Rule.of((a, b, y) -> b, (a, b, y) -> a));
    static final Row DIVIDE = Row.of(
            real2((a, b) -> a / b),
            infix("/", 12),
            Complexes.two(Complex::dividedBy),
            Rule.of((a, b, y) -> one().dividedBy(b), (a, b, y) -> y.dividedBy(b).negate()));
    static final Row NEGATE = Row.of(
            real1(a -> -a), Notation.prefix("-"), Complexes.one(Complex::negate), Rule.of((x, y) -> constant(-1.0)));
    static final Row STRONG_TIMES = Row.of(
                    real2(Primitives::strongTimes),
                    primitive("strongTimes"),
                    Complexes.two(ComplexFunctions::strongTimes),
                    Rule.of((a, b, y) -> b, (a, b, y) -> a))
            .strong();
    static final Row FMA = Row.of(
            new Kernel.Real3(Math::fma),
            math("fma"),
            Complexes.three(ComplexFunctions::fma),
            (x, y, i) -> i == 0 ? x[1] : i == 1 ? x[0] : one());
    static final Row REMAINDER = Row.of(
            real2((a, b) -> a % b),
            infix("%", 12),
            Complexes.remainder((a, b) -> a % b),
            Rule.of((a, b, y) -> one(), ArithmeticRows::minusQuotient));
    static final Row IEEE_REMAINDER = Row.of(
            real2(Math::IEEEremainder),
            math("IEEEremainder"),
            Complexes.remainder(Math::IEEEremainder),
            Rule.of((a, b, y) -> one(), ArithmeticRows::minusQuotient));
    static final Row SQRT = Row.of(
                    real1(Math::sqrt),
                    math("sqrt"),
                    Complexes.one(ComplexFunctions::sqrt),
                    Rule.of((x, y) -> constant(0.5).dividedBy(y)))
            .strong();
    static final Row CBRT = Row.of(
                    real1(Math::cbrt),
                    math("cbrt"),
                    Complexes.one(ComplexFunctions::cbrt),
                    Rule.of((x, y) -> one().dividedBy(y.square().times(3))))
            .strong();
    static final Row HYPOT = Row.of(
            real2(Math::hypot),
            math("hypot"),
            Complexes.two(ComplexFunctions::hypot),
            Rule.of((a, b, y) -> direction(a, b, y), (a, b, y) -> direction(b, a, y)));
    /** a / r from a, b and r = hypot(a, b); 0 at the origin. All of its derivative is by a and b. */
    static final Row DIRECTION = Row.of(
            new Kernel.Real3(Primitives::direction),
            primitive("direction"),
            Complexes.three((a, b, r) -> ComplexFunctions.direction(a, b)),
            (x, y, i) -> i == 2 ? zero() : turning(x[0], x[1], x[2], i));

    static final Row POW = Row.of(
                    real2(Math::pow),
                    math("pow"),
                    Complexes.two(ComplexFunctions::pow),
                    Rule.of((x, p, y) -> powSlope(x, p), (x, p, y) -> apply(Op.STRONG_TIMES, y, x.log())))
            .strong();

    private ArithmeticRows() {}

    static Expr direction(Expr a, Expr b, Expr r) {
        return apply(Op.DIRECTION, a, b, r);
    }

    /** The partials of a / hypot(a, b), written so that the smaller component keeps its digits; 0 at the origin. */
    private static Expr turning(Expr a, Expr b, Expr r, int index) {
        Expr across = direction(b, a, r);
        Expr slope = index == 0
                ? across.square().dividedBy(r)
                : across.times(direction(a, b, r)).dividedBy(r).negate();
        return r.equalTo(0).select(zero(), slope);
    }

    /** p·x^(p−1), and 0 for p = 0 even at x = 0. */
    private static Expr powSlope(Expr x, Expr p) {
        return Simplification.strongProduct(p, x.pow(p.minus(1)));
    }

    /** Minus the integer quotient that a remainder y = a − q·b has left out. */
    private static Expr minusQuotient(Expr a, Expr b, Expr y) {
        return apply(Op.RINT, a.minus(y).dividedBy(b)).negate();
    }
}
