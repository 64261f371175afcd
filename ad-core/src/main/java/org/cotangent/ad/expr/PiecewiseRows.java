package org.cotangent.ad.expr;

import static org.cotangent.ad.expr.Expr.apply;
import static org.cotangent.ad.expr.Row.math;
import static org.cotangent.ad.expr.Row.primitive;
import static org.cotangent.ad.expr.Row.real1;
import static org.cotangent.ad.expr.Row.real2;
import static org.cotangent.ad.expr.Rule.one;
import static org.cotangent.ad.expr.Rule.zero;

import org.cotangent.ad.runtime.Primitives;

/** The rows of functions that are smooth in pieces: kinks, steps, roundings. */
final class PiecewiseRows {

    static final Row ABS =
            Row.of(real1(Math::abs), math("abs"), Complexes.one(ComplexFunctions::abs), Rule.of((x, y) -> sign(x)));
    /** Strong, as a branch that is not taken is: √max(x, 0) has derivative 0 where x is negative. */
    static final Row MAX = Row.of(
                    real2(Math::max),
                    math("max"),
                    Complexes.two(ComplexFunctions::max),
                    Rule.of((a, b, y) -> share(a, b), (a, b, y) -> share(b, a)))
            .strong();
    /** Strong as the maximum. */
    static final Row MIN = Row.of(
                    real2(Math::min),
                    math("min"),
                    Complexes.two(ComplexFunctions::min),
                    Rule.of((a, b, y) -> share(b, a), (a, b, y) -> share(a, b)))
            .strong();

    static final Row SHARE =
            Row.of(real2(Primitives::share), primitive("share"), Complexes.step2(Primitives::share), Rule.none());
    static final Row SIGNUM = Row.of(real1(Math::signum), math("signum"), Complexes.step(Math::signum), Rule.none());
    static final Row COPY_SIGN = Row.of(
            real2(Math::copySign),
            math("copySign"),
            Complexes.two(ComplexFunctions::copySign),
            Rule.of((a, b, y) -> sign(a).times(signOf(b)), (a, b, y) -> zero()));
    static final Row FLOOR = Row.of(real1(Math::floor), math("floor"), Complexes.step(Math::floor), Rule.none());
    static final Row CEIL = Row.of(real1(Math::ceil), math("ceil"), Complexes.step(Math::ceil), Rule.none());
    static final Row RINT = Row.of(real1(Math::rint), math("rint"), Complexes.step(Math::rint), Rule.none());
    /** The value itself, whose derivative is taken as 0. */
    static final Row STOP_GRADIENT = Row.of(real1(a -> a), Notation.prefix(""), Complexes.step(a -> a), Rule.none());
    /** Rounding to float and back; its derivative is taken as 1. */
    static final Row TO_FLOAT = Row.of(
            real1(a -> (float) a),
            Notation.prefix("(float) "),
            Complexes.one(z -> new Complex((float) z.re(), z.im())),
            Rule.of((x, y) -> one()));

    static final Row SCALB = Row.of(
            new Kernel.RealInteger((a, k) -> Math.scalb(a, (int) k)),
            math("scalb"),
            Complexes.scaled(),
            (x, y, i) -> i == 0 ? powerOfTwo(x[1]) : zero());

    private PiecewiseRows() {}

    private static Expr sign(Expr x) {
        return apply(Op.SIGNUM, x);
    }

    private static Expr signOf(Expr x) {
        return apply(Op.COPY_SIGN, one(), x);
    }

    private static Expr share(Expr a, Expr b) {
        return apply(Op.SHARE, a, b);
    }

    private static Expr powerOfTwo(Expr exponent) {
        return apply(Op.SCALB, one(), exponent);
    }
}
