package org.cotangent.codegen.deployed;

import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.Graph;

/** An application: in a package of its own, as a package belongs to one module. */
public final class TwoFunctions {

    private TwoFunctions() {}

    public static void main(String... arguments) {
        double[] gradient = new double[1];
        var x = Graph.vector("x", 1);
        Differentiation.compile(x.dot(x), x).valueAndGradient(new double[] {3}, gradient);
        double first = gradient[0];
        Differentiation.compile(x.dot(x).plus(1.0), x).valueAndGradient(new double[] {7}, gradient);
        System.out.println("gradients " + first + " " + gradient[0]);
    }
}
