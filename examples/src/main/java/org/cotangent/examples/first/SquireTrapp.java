package org.cotangent.examples.first;

import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;

/**
 * The derivative of eˣ/√(sin³x + cos³x) at 1.5, which Squire and Trapp (1998) used to show how many
 * digits differences lose: 4.053427893898621.
 */
public final class SquireTrapp {

    private static final double POINT = 1.5;

    private SquireTrapp() {}

    /** Prints the derivative, and what a difference quotient makes of it. */
    public static void main(String[] arguments) {
        TwiceDifferentiableFunction f = function();
        double[] x = {POINT};
        double[] derivative = new double[1];
        f.valueAndGradient(x, derivative);
        System.out.println("f'(1.5) exact to rounding:      " + derivative[0]);
        System.out.println("f'(1.5) by forward difference:  " + forwardDifference(f, x));
    }

    static TwiceDifferentiableFunction function() {
        VectorExpr x = Graph.vector("x", 1);
        Expr t = x.get(0);
        Expr f = t.exp().dividedBy(t.sin().pow(3).plus(t.cos().pow(3)).sqrt());
        return Differentiation.of(f, x);
    }

    /** With the step that is best for most functions, √ε. */
    static double forwardDifference(TwiceDifferentiableFunction f, double[] x) {
        double step = Math.sqrt(Math.ulp(1.0));
        return (f.value(new double[] {x[0] + step}) - f.value(x)) / step;
    }
}
