package org.cotangent.examples.first;

import java.io.PrintStream;
import java.util.Locale;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.optim.Minimizers;
import org.cotangent.optim.run.Result;

/**
 * Rosenbrock's valley (1960) minimized in three ways: what second derivatives, a memory of steps and
 * nothing but the gradient cost.
 */
public final class Rosenbrock {

    private static final double TOLERANCE = 1e-8;

    private Rosenbrock() {}

    /** Prints the cost of each method, and the condition number that explains it. */
    public static void main(String[] arguments) {
        print(System.out);
    }

    static void print(PrintStream out) {
        out.printf("%-28s %10s %11s  %s%n", "method", "iterations", "evaluations", "result");
        row(out, "Newton-CG", newtonCg());
        row(out, "L-BFGS", lbfgs());
        row(out, "gradient descent (Armijo)", gradientDescent());
        out.printf(Locale.ROOT, "condition number of the Hessian at the minimum: %.1f%n", condition(1, 1));
    }

    private static void row(PrintStream out, String method, Result result) {
        out.printf("%-28s %,10d %,11d  %s%n", method, result.iterations(), result.evaluations(), result.summary());
    }

    /** 100 (y − x²)² + (1 − x)². */
    public static TwiceDifferentiableFunction function() {
        VectorExpr p = Graph.vector("p", 2);
        Expr x = p.get(0);
        Expr y = p.get(1);
        Expr valley = y.minus(x.square());
        Expr f = valley.square().times(100).plus(x.minus(1).square());
        return Differentiation.of(f, p);
    }

    static Result newtonCg() {
        return Minimizers.newtonCg().tolerance(TOLERANCE).minimize(function(), -1.2, 1);
    }

    static Result lbfgs() {
        return Minimizers.lbfgs(10).tolerance(TOLERANCE).minimize(function(), -1.2, 1);
    }

    static Result gradientDescent() {
        return Minimizers.gradientDescentArmijo().tolerance(TOLERANCE).minimize(function(), -1.2, 1);
    }

    /** Largest over smallest eigenvalue of the Hessian, which is positive definite here. */
    public static double condition(double... point) {
        double[] hessian = new double[4];
        function().hessian(point, hessian);
        double trace = hessian[0] + hessian[3];
        double determinant = hessian[0] * hessian[3] - hessian[1] * hessian[2];
        double largest = (trace + Math.sqrt(trace * trace - 4 * determinant)) / 2;
        return largest * largest / determinant;
    }
}
