package org.cotangent.ad.transform.fuzz;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Op;

/** The operations of the table on arguments that are safe for them. */
final class Functions {

    private static final double SAFE_EXPONENT = 1.5;

    private Functions() {}

    static final List<UnaryOperator<Bounded>> SMOOTH = List.of(
            Bounded::sin,
            Bounded::sin,
            x -> x.map(Op.COS, 1),
            x -> x.map(Op.TANH, 1),
            x -> x.map(Op.ATAN, Math.min(1.6, x.bound())),
            x -> x.map(Op.ASINH, x.bound()),
            x -> x.map(Op.NEGATE, x.bound()),
            x -> new Bounded(x.squarePlus(0.5).sqrt(), Math.sqrt(x.squareBound(0.5))),
            x -> new Bounded(x.squarePlus(0.7).cbrt(), Math.cbrt(x.squareBound(0.7)) + 0.5),
            x -> new Bounded(x.squarePlus(1.5).log(), Math.log(x.squareBound(1.5))),
            x -> new Bounded(x.squarePlus(1.5).log10(), Math.log10(x.squareBound(1.5))),
            x -> new Bounded(x.squarePlus(0.2).log1p(), Math.log1p(x.squareBound(0.2))),
            x -> new Bounded(x.squarePlus(1.5).acosh(), Math.log(2 * x.squareBound(1.5))),
            x -> exponent(x).map(Op.EXP, Math.exp(SAFE_EXPONENT)),
            x -> exponent(x).map(Op.EXPM1, Math.exp(SAFE_EXPONENT)),
            x -> exponent(x).map(Op.SINH, Math.exp(SAFE_EXPONENT)),
            x -> exponent(x).map(Op.COSH, Math.exp(SAFE_EXPONENT)),
            x -> x.sin().times(0.7).map(Op.TAN, 0.9),
            x -> x.sin().times(0.9).map(Op.ASIN, 1.2),
            x -> x.sin().times(0.9).map(Op.ACOS, 3),
            x -> x.sin().times(0.8).map(Op.ATANH, 1.1),
            x -> x.times(20).map(Op.TO_RADIANS, x.bound() * 0.35),
            x -> x.times(0.02).map(Op.TO_DEGREES, x.bound() * 1.15),
            x -> new Bounded(x.squarePlus(1.5).reciprocal(), 1 / 1.5),
            x -> x.times(x),
            x -> new Bounded(x.value().pow(3), Math.pow(x.bound(), 3)),
            x -> new Bounded(x.value().pow(3.0), Math.pow(x.bound(), 3)),
            x -> new Bounded(x.squarePlus(1.2).pow(0.7), x.squareBound(1.2)),
            x -> new Bounded(x.squarePlus(1.2).pow(-1.5), 1),
            x -> new Bounded(Expr.apply(Op.SCALB, x.value(), Expr.constant(-1)), x.bound()));

    static final List<BinaryOperator<Bounded>> SMOOTH_PAIRS = List.of(
            (a, b) -> new Bounded(a.value().dividedBy(b.squarePlus(1.5)), a.bound() / 1.5),
            (a, b) -> new Bounded(a.value().dividedBy(b.sin().value().plus(2.5)), a.bound() / 1.5),
            (a, b) -> new Bounded(a.value().hypot(b.squarePlus(0.8)), a.bound() + b.squareBound(0.8)),
            (a, b) -> new Bounded(a.value().atan2(b.squarePlus(1.2)), 1.6),
            (a, b) -> new Bounded(a.squarePlus(1.3).atan2(b.value()), 3.2),
            (a, b) -> new Bounded(a.sin().value().plus(1.5).pow(exponent(b).value()), 4),
            (a, b) -> new Bounded(a.value().fma(b.value(), b.value()), (a.bound() + 1) * b.bound()),
            (a, b) -> new Bounded(a.value().fma(b.value(), a.value()), (b.bound() + 1) * a.bound()),
            (a, b) -> new Bounded(Expr.apply(Op.STRONG_TIMES, a.value(), b.value()), a.bound() * b.bound()));

    static final List<BinaryOperator<Bounded>> KINKED = List.of(
            (a, b) -> a.map(Op.ABS, a.bound()),
            (a, b) -> new Bounded(a.value().max(b.value()), Math.max(a.bound(), b.bound())),
            (a, b) -> new Bounded(a.value().min(b.value()), Math.max(a.bound(), b.bound())),
            (a, b) -> new Bounded(a.value().max(-0.4), Math.max(a.bound(), 0.4)),
            // Registers often hold exactly 0, whose sign a complex product may lose.
            (a, b) -> new Bounded(a.value().copySign(b.value().plus(0.05)), a.bound()),
            (a, b) -> new Bounded(a.value().signum().times(b.value()), b.bound()),
            (a, b) -> new Bounded(a.value().floor().plus(b.value()), a.bound() + b.bound() + 1),
            (a, b) -> new Bounded(a.value().ceil().times(b.value()), (a.bound() + 1) * b.bound()),
            (a, b) -> new Bounded(a.value().rint().times(b.value()), (a.bound() + 1) * b.bound()),
            (a, b) -> new Bounded(a.value().remainder(b.squarePlus(1.5)), a.bound()),
            (a, b) -> new Bounded(a.value().remainder(Expr.constant(0.7)), 0.7),
            (a, b) -> new Bounded(a.value().ieeeRemainder(b.squarePlus(0.9)), b.squareBound(0.9)));

    private static Bounded exponent(Bounded x) {
        return x.within(SAFE_EXPONENT, x.bound() < 2 * SAFE_EXPONENT);
    }
}
