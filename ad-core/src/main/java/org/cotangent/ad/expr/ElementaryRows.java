package org.cotangent.ad.expr;

import static org.cotangent.ad.expr.Expr.apply;
import static org.cotangent.ad.expr.Expr.constant;
import static org.cotangent.ad.expr.Row.math;
import static org.cotangent.ad.expr.Row.primitive;
import static org.cotangent.ad.expr.Row.real1;
import static org.cotangent.ad.expr.Row.real2;
import static org.cotangent.ad.expr.Rule.one;
import static org.cotangent.ad.expr.Rule.zero;

import org.cotangent.ad.runtime.Primitives;

/** The rows of exponential, logarithmic, circular and hyperbolic functions. */
final class ElementaryRows {

    static final Row EXP =
            Row.of(real1(Math::exp), math("exp"), Complexes.one(ComplexFunctions::exp), Rule.of((x, y) -> y));
    static final Row EXPM1 = Row.of(
            real1(Math::expm1), math("expm1"), Complexes.one(ComplexFunctions::expm1), Rule.of((x, y) -> x.exp()));
    static final Row LOG = Row.of(
            real1(Math::log), math("log"), Complexes.one(ComplexFunctions::log), Rule.of((x, y) -> one().dividedBy(x)));
    static final Row LOG10 = Row.of(
            real1(Math::log10),
            math("log10"),
            Complexes.one(ComplexFunctions::log10),
            Rule.of((x, y) -> constant(1 / Math.log(10)).dividedBy(x)));
    static final Row LOG1P = Row.of(
            real1(Math::log1p),
            math("log1p"),
            Complexes.one(ComplexFunctions::log1p),
            Rule.of((x, y) -> one().dividedBy(x.plus(1))));
    static final Row SIN =
            Row.of(real1(Math::sin), math("sin"), Complexes.one(ComplexFunctions::sin), Rule.of((x, y) -> x.cos()));
    static final Row COS = Row.of(
            real1(Math::cos),
            math("cos"),
            Complexes.one(ComplexFunctions::cos),
            Rule.of((x, y) -> x.sin().negate()));
    static final Row TAN = Row.of(
            real1(Math::tan),
            math("tan"),
            Complexes.one(ComplexFunctions::tan),
            Rule.of((x, y) -> y.square().plus(1)));
    static final Row ASIN = Row.of(
                    real1(Math::asin),
                    math("asin"),
                    Complexes.one(ComplexFunctions::asin),
                    Rule.of((x, y) -> one().dividedBy(oneMinusSquare(x).sqrt())))
            .strong();
    static final Row ACOS = Row.of(
                    real1(Math::acos),
                    math("acos"),
                    Complexes.one(ComplexFunctions::acos),
                    Rule.of((x, y) -> constant(-1.0).dividedBy(oneMinusSquare(x).sqrt())))
            .strong();
    static final Row ATAN = Row.of(
            real1(Math::atan),
            math("atan"),
            Complexes.one(ComplexFunctions::atan),
            Rule.of((x, y) -> one().dividedBy(x.square().plus(1))));
    static final Row ATAN2 = Row.of(
                    real2(Math::atan2),
                    math("atan2"),
                    Complexes.two(ComplexFunctions::atan2),
                    Rule.of(
                            (a, b, y) -> overRadius(b, a),
                            (a, b, y) -> overRadius(a, b).negate()))
            .strong();
    static final Row SINH =
            Row.of(real1(Math::sinh), math("sinh"), Complexes.one(ComplexFunctions::sinh), Rule.of((x, y) -> x.cosh()));
    static final Row COSH =
            Row.of(real1(Math::cosh), math("cosh"), Complexes.one(ComplexFunctions::cosh), Rule.of((x, y) -> x.sinh()));
    static final Row TANH = Row.of(
            real1(Math::tanh), math("tanh"), Complexes.one(ComplexFunctions::tanh), Rule.of((x, y) -> tanhSlope(x, y)));
    /** tanh' from x and y = tanh x; all of its derivative is by x. */
    static final Row TANH_SLOPE = Row.of(
            real2(Primitives::tanhSlope),
            primitive("tanhSlope"),
            Complexes.two((x, y) -> ComplexFunctions.tanhSlope(x)),
            Rule.of((x, y, s) -> y.times(s).times(-2), (x, y, s) -> zero()));

    static final Row ASINH = Row.of(
            real1(Primitives::asinh),
            primitive("asinh"),
            Complexes.one(ComplexFunctions::asinh),
            Rule.of((x, y) -> one().dividedBy(apply(Op.HYPOT, one(), x))));
    static final Row ACOSH = Row.of(
                    real1(Primitives::acosh),
                    primitive("acosh"),
                    Complexes.one(ComplexFunctions::acosh),
                    Rule.of((x, y) ->
                            one().dividedBy(x.minus(1).sqrt().times(x.plus(1).sqrt()))))
            .strong();
    static final Row ATANH = Row.of(
            real1(Primitives::atanh),
            primitive("atanh"),
            Complexes.one(ComplexFunctions::atanh),
            Rule.of((x, y) -> one().dividedBy(oneMinusSquare(x))));
    static final Row TO_RADIANS = Row.of(
            real1(Math::toRadians),
            math("toRadians"),
            Complexes.one(z -> z.times(Math.toRadians(1))),
            Rule.of((x, y) -> constant(Math.toRadians(1))));
    static final Row TO_DEGREES = Row.of(
            real1(Math::toDegrees),
            math("toDegrees"),
            Complexes.one(z -> z.times(Math.toDegrees(1))),
            Rule.of((x, y) -> constant(Math.toDegrees(1))));

    private ElementaryRows() {}

    private static Expr tanhSlope(Expr x, Expr y) {
        return apply(Op.TANH_SLOPE, x, y);
    }

    /** a / (a² + b²) without overflow. */
    private static Expr overRadius(Expr a, Expr b) {
        Expr r = apply(Op.HYPOT, a, b);
        return ArithmeticRows.direction(a, b, r).dividedBy(r);
    }

    /** 1 − x², rounded once, so that neither it near ±1 nor its derivative near 0 cancels. */
    private static Expr oneMinusSquare(Expr x) {
        return apply(Op.FMA, x.negate(), x, one());
    }
}
