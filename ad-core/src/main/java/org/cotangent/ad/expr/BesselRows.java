package org.cotangent.ad.expr;

import static org.cotangent.ad.expr.Expr.apply;
import static org.cotangent.ad.expr.Row.real1;
import static org.cotangent.ad.expr.Row.special;
import static org.cotangent.ad.expr.Rule.zero;

import org.cotangent.ad.runtime.Special;

/** The rows of the Bessel functions; derivatives are by neighbouring orders (DLMF 10.6.1), never by division by x. */
final class BesselRows {

    static final Row BESSEL_J0 = Row.of(
            real1(Special::besselJ0),
            special("besselJ0"),
            Complexes.one(z -> ComplexBessel.j(z, 0)),
            Rule.of((x, y) -> x.besselJ1().negate()));
    static final Row BESSEL_J1 = Row.of(
            real1(Special::besselJ1),
            special("besselJ1"),
            Complexes.one(z -> ComplexBessel.j(z, 1)),
            Rule.of((x, y) -> x.besselJ0().minus(order(x, Expr.constant(2))).times(0.5)));
    static final Row BESSEL_J = Row.of(
            new Kernel.RealInteger((x, n) -> Special.besselJ(x, (int) n)),
            special("besselJ"),
            z -> ComplexBessel.j(z[0], (int) z[1].re()),
            (x, y, i) -> i == 0 ? slope(x[0], x[1]) : zero());

    private BesselRows() {}

    private static Expr order(Expr x, Expr n) {
        return apply(Op.BESSEL_J, x, n);
    }

    private static Expr slope(Expr x, Expr n) {
        return order(x, n.minus(1)).minus(order(x, n.plus(1))).times(0.5);
    }
}
