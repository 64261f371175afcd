package org.cotangent.ad.expr;

import static org.cotangent.ad.expr.Expr.apply;
import static org.cotangent.ad.expr.Row.real1;
import static org.cotangent.ad.expr.Row.real2;
import static org.cotangent.ad.expr.Row.special;
import static org.cotangent.ad.expr.Rule.zero;

import org.cotangent.ad.runtime.Special;

/** The rows of the gamma and beta functions and of their incomplete integrals. */
final class GammaRows {

    static final Row LOG_GAMMA = Row.of(
            real1(Special::logGamma),
            special("logGamma"),
            Complexes.one(ComplexGammaFunctions::logGamma),
            Rule.of((x, y) -> x.digamma()));
    static final Row DIGAMMA = Row.of(
            real1(Special::digamma),
            special("digamma"),
            Complexes.one(ComplexGammaFunctions::digamma),
            Rule.of((x, y) -> x.trigamma()));
    static final Row TRIGAMMA = Row.of(
            real1(Special::trigamma),
            special("trigamma"),
            Complexes.one(z -> ComplexGammaFunctions.polygamma(z, 1)),
            Rule.of((x, y) -> polygamma(x, Expr.constant(2))));
    static final Row POLYGAMMA = Row.of(
            new Kernel.RealInteger((x, n) -> Special.polygamma(x, (int) n)),
            special("polygamma"),
            z -> ComplexGammaFunctions.polygamma(z[0], (int) z[1].re()),
            (x, y, i) -> i == 0 ? polygamma(x[0], x[1].plus(1)) : zero());
    static final Row POLYGAMMA_INCREMENT = Row.of(
                    new Kernel.Real3(Special::polygammaIncrement),
                    special("polygammaIncrement"),
                    Complexes.three((a, b, n) -> ComplexGammaFunctions.polygammaIncrement(a, b, (int) n.re())),
                    (x, y, i) -> i == 0
                            ? increment(x[0], x[1], x[2].plus(1))
                            : polygamma(x[0].plus(x[1]), apply(Op.DOUBLE_TO_INT, x[2].plus(1))))
            .refusing(2);

    static final Row BETA = Row.of(
            real2(Special::beta),
            special("beta"),
            Complexes.two((a, b) -> ComplexFunctions.exp(ComplexGammaFunctions.logBeta(a, b))),
            Rule.of(
                    (a, b, y) -> y.times(fall(a, b)).negate(),
                    (a, b, y) -> y.times(fall(b, a)).negate()));
    static final Row LOG_BETA = Row.of(
            real2(Special::logBeta),
            special("logBeta"),
            Complexes.two(ComplexGammaFunctions::logBeta),
            Rule.of((a, b, y) -> fall(a, b).negate(), (a, b, y) -> fall(b, a).negate()));

    /** Not differentiated by the shape a: no expression of other operations has the digits. */
    static final Row REGULARIZED_GAMMA_P = Row.of(
                    real2(Special::regularizedGammaP),
                    special("regularizedGammaP"),
                    Complexes.two(ComplexGammaFunctions::regularizedGammaP),
                    (x, y, i) -> gammaDensity(x[0], x[1]))
            .refusing(0)
            .strong();

    static final Row REGULARIZED_GAMMA_Q = Row.of(
                    real2(Special::regularizedGammaQ),
                    special("regularizedGammaQ"),
                    Complexes.two(ComplexGammaFunctions::regularizedGammaQ),
                    (x, y, i) -> gammaDensity(x[0], x[1]).negate())
            .refusing(0)
            .strong();
    static final Row GAMMA_DENSITY = Row.of(
                    real2(Special::gammaDensity),
                    special("gammaDensity"),
                    Complexes.two(ComplexGammaFunctions::gammaDensity),
                    Rule.of((a, x, y) -> y.times(x.log().minus(a.digamma())), GammaRows::densitySlope))
            .strong();
    /** Not differentiated by a and b, and without a complex form. */
    static final Row REGULARIZED_BETA = Row.withoutComplex(
                    new Kernel.Real3(Special::regularizedBeta),
                    special("regularizedBeta"),
                    (x, y, i) -> apply(Op.BETA_DENSITY, x))
            .refusing(1, 2)
            .strong();

    static final Row BETA_DENSITY = Row.of(
                    new Kernel.Real3(Special::betaDensity),
                    special("betaDensity"),
                    Complexes.three(ComplexGammaFunctions::betaDensity),
                    (x, y, i) -> y.times(logSlope(x[0], x[1], x[2], i)))
            .strong();

    private GammaRows() {}

    private static Expr polygamma(Expr x, Expr n) {
        return apply(Op.POLYGAMMA, x, n);
    }

    private static Expr increment(Expr a, Expr b, Expr n) {
        return apply(Op.POLYGAMMA_INCREMENT, a, b, n);
    }

    /** ψ(a + b) − ψ(a), by which log B(a, b) falls with a. */
    private static Expr fall(Expr a, Expr b) {
        return increment(a, b, zero());
    }

    private static Expr gammaDensity(Expr a, Expr x) {
        return apply(Op.GAMMA_DENSITY, a, x);
    }

    /** The derivative of a gamma density by x; at 0, where the first form is 0 · ∞, by one of less shape. */
    private static Expr densitySlope(Expr a, Expr x, Expr y) {
        Expr inside = y.times(a.minus(1).dividedBy(x).minus(1));
        return x.equalTo(0).select(gammaDensity(a.minus(1), x).minus(y), inside);
    }

    private static Expr logSlope(Expr x, Expr a, Expr b, int index) {
        return switch (index) {
            case 0 ->
                a.minus(1).dividedBy(x).minus(b.minus(1).dividedBy(Rule.one().minus(x)));
            case 1 -> x.log().plus(fall(a, b));
            default -> x.negate().log1p().plus(fall(b, a));
        };
    }
}
