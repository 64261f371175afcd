package org.cotangent.ad.expr;

import static org.cotangent.ad.expr.Expr.apply;
import static org.cotangent.ad.expr.Row.real1;
import static org.cotangent.ad.expr.Row.real2;
import static org.cotangent.ad.expr.Row.special;
import static org.cotangent.ad.expr.Rule.zero;

import org.cotangent.ad.runtime.Special;

/** The rows of the logistic function, the error functions and the normal distribution. */
final class ProbabilityRows {

    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
    private static final double HALF_ROOT_PI = 0.886226925452758;
    private static final double ROOT_HALF = 0.7071067811865476;
    private static final double ROOT_TWO_OVER_PI = 0.7978845608028654;
    private static final double ROOT_HALF_PI = 1.2533141373155003;

    /** Probability below which a normal variable counts as far out: more than 1.28 below the mean. */
    private static final double TAIL = 0.1;

    static final Row SIGMOID = Row.of(
            real1(Special::sigmoid),
            special("sigmoid"),
            Complexes.one(ComplexErrorFunctions::sigmoid),
            Rule.of((x, y) -> apply(Op.SIGMOID_SLOPE, x, y)));
    /** sigmoid' from x and y = sigmoid x; all of its derivative is by x. */
    static final Row SIGMOID_SLOPE = Row.of(
            real2(Special::sigmoidSlope),
            special("sigmoidSlope"),
            Complexes.two((x, y) -> ComplexFunctions.tanhSlope(x.times(0.5)).times(0.25)),
            Rule.of((x, y, s) -> s.times(x.times(0.5).tanh()).negate(), (x, y, s) -> zero()));

    static final Row SOFTPLUS = Row.of(
            real1(Special::softplus),
            special("softplus"),
            Complexes.one(ComplexErrorFunctions::softplus),
            Rule.of((x, y) -> x.sigmoid()));

    static final Row ERF = Row.of(
            real1(Special::erf),
            special("erf"),
            Complexes.one(ComplexErrorFunctions::erf),
            Rule.of((x, y) -> gaussian(x).times(TWO_OVER_ROOT_PI)));
    static final Row ERFC = Row.of(
            real1(Special::erfc),
            special("erfc"),
            Complexes.one(ComplexErrorFunctions::erfc),
            Rule.of((x, y) -> gaussian(x).times(-TWO_OVER_ROOT_PI)));
    static final Row ERFCX = Row.of(
            real1(Special::erfcx),
            special("erfcx"),
            Complexes.one(ComplexErrorFunctions::erfcx),
            Rule.of((x, y) -> apply(Op.ERFCX_INTEGRAL, x, Expr.constant(1)).times(-2)));
    static final Row ERFCX_INTEGRAL = Row.of(
            new Kernel.RealInteger((x, n) -> Special.erfcxIntegral(x, (int) n)),
            special("erfcxIntegral"),
            z -> ComplexErrorFunctions.erfcxIntegral(z[0], (int) z[1].re()),
            (x, y, i) -> i == 0 ? nextIntegral(x[0], x[1].plus(1)) : zero());
    static final Row ERF_INVERSE = Row.of(
            real1(Special::erfInverse),
            special("erfInverse"),
            Complexes.one(ComplexErrorFunctions::erfInverse),
            Rule.of((x, y) -> Expr.constant(HALF_ROOT_PI).dividedBy(gaussian(y))));
    static final Row ERFC_INVERSE = Row.of(
            real1(Special::erfcInverse),
            special("erfcInverse"),
            Complexes.one(ComplexErrorFunctions::erfcInverse),
            Rule.of((x, y) -> erfcInverseSlope(x, y)));
    static final Row GAUSSIAN = Row.of(
            real1(Special::gaussian),
            special("gaussian"),
            Complexes.one(ComplexErrorFunctions::gaussian),
            Rule.of((x, y) -> x.times(y).times(-2)));

    static final Row NORMAL_DENSITY = Row.of(
            real1(Special::normalDensity),
            special("normalDensity"),
            Complexes.one(ComplexErrorFunctions::normalDensity),
            Rule.of((x, y) -> x.times(y).negate()));
    static final Row NORMAL_CDF = Row.of(
            real1(Special::normalCdf),
            special("normalCdf"),
            Complexes.one(ComplexErrorFunctions::normalCdf),
            Rule.of((x, y) -> x.normalDensity()));
    static final Row LOG_NORMAL_CDF = Row.of(
            real1(Special::logNormalCdf),
            special("logNormalCdf"),
            Complexes.one(ComplexErrorFunctions::logNormalCdf),
            Rule.of((x, y) -> hazard(x)));
    static final Row NORMAL_QUANTILE = Row.of(
            real1(Special::normalQuantile),
            special("normalQuantile"),
            Complexes.one(ComplexErrorFunctions::normalQuantile),
            Rule.of((p, y) -> quantileSlope(p, y)));

    private ProbabilityRows() {}

    private static Expr gaussian(Expr x) {
        return x.gaussian();
    }

    /** The derivative of the integral before: −2n times the integral of order n. */
    private static Expr nextIntegral(Expr x, Expr n) {
        return apply(Op.ERFCX_INTEGRAL, x, n).times(n.toReal().times(-2));
    }

    /** By the definition of an inverse; in the tail, where e^(y²) multiplies the error of y, without it. */
    private static Expr erfcInverseSlope(Expr x, Expr y) {
        Expr tail = y.erfcx().times(-HALF_ROOT_PI).dividedBy(x);
        Expr body = Expr.constant(-HALF_ROOT_PI).dividedBy(gaussian(y));
        return isTail(x, 2 * TAIL).select(tail, body);
    }

    private static Expr quantileSlope(Expr p, Expr y) {
        Expr tail = mirrored(y).times(ROOT_HALF_PI).dividedBy(p);
        return isTail(p, TAIL).select(tail, y.normalDensity().reciprocal());
    }

    /** Whether 0 < p < limit; at 0 the other form has the right infinity. */
    private static Expr isTail(Expr p, double limit) {
        return p.greaterThan(0).map(Op.BOTH, p.lessThan(limit));
    }

    /** Density over distribution function, in each half the form whose own derivative does not cancel. */
    private static Expr hazard(Expr x) {
        Expr right = x.normalDensity().dividedBy(x.normalCdf());
        Expr left = Expr.constant(ROOT_TWO_OVER_PI).dividedBy(mirrored(x));
        return x.greaterThan(0).select(right, left);
    }

    /** erfcx(−x/√2), which is the distribution function over the density times √(2/π). */
    private static Expr mirrored(Expr x) {
        return x.times(-ROOT_HALF).erfcx();
    }
}
