package org.cotangent.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.function.TwiceDifferentiableVectorFunction;

/**
 * Prints what dense Jacobians and Hessians cost with one direction in each sweep and with four,
 * interpreted and compiled in memory.
 */
public final class JacobianCost {

    private static final int[] SIZES = {50, 100, 200};

    private JacobianCost() {}

    /** Runs for about two minutes. */
    public static void main(String... arguments) {
        System.out.println("microseconds of processor time for a matrix; ratio to compiled, four directions a sweep");
        for (int n : SIZES) {
            jacobian("vectors", n, (x, length) -> loops(x));
        }
        jacobian("scalars", SIZES[0], JacobianCost::unrolled);
        for (int n : SIZES) {
            hessian(n);
        }
    }

    /** Every value depends on every variable through a sum; vectors stay loops. */
    private static VectorExpr loops(VectorExpr x) {
        Expr sum = x.dot(x).sqrt();
        VectorExpr scaled = x.times(sum);
        return scaled.sin().times(x.exp()).plus(scaled.dividedBy(x.square().plus(1.0)));
    }

    /** The same without loops. */
    private static VectorExpr unrolled(VectorExpr x, int n) {
        Expr sum = x.dot(x).sqrt();
        Expr[] values = new Expr[n];
        for (int i = 0; i < n; i++) {
            Expr scaled = x.get(i).times(sum);
            Expr quotient = scaled.dividedBy(x.get(i).square().plus(1.0));
            values[i] = scaled.sin().times(x.get(i).exp()).plus(quotient);
        }
        return Graph.concatenate(values);
    }

    private static void jacobian(String kind, int n, BiFunction<VectorExpr, Integer, VectorExpr> values) {
        VectorExpr x = Graph.vector("x", n);
        VectorExpr y = values.apply(x, n);
        TwiceDifferentiableVectorFunction interpreted = Differentiation.of(y, x);
        TwiceDifferentiableVectorFunction compiled = Differentiation.compile(y, x);
        double[] point = new Random(1).doubles(n, 0.5, 1.5).toArray();
        double[] out = new double[n];
        double[] jacobian = new double[n * n];
        Stopwatch stopwatch = new Stopwatch()
                .add("compiled, 4 a sweep", () -> dense(compiled, point, out, jacobian))
                .add("compiled, 1 a sweep", () -> columns(compiled, point, out, jacobian))
                .add("interpreted, 4 a sweep", () -> dense(interpreted, point, out, jacobian))
                .add("interpreted, 1 a sweep", () -> columns(interpreted, point, out, jacobian));
        print("Jacobian " + n + " x " + n + ", " + kind, stopwatch.run());
        System.out.println("  " + compiled);
    }

    private static double dense(TwiceDifferentiableVectorFunction f, double[] x, double[] values, double[] jacobian) {
        f.jacobian(x, values, jacobian);
        return jacobian[1];
    }

    private static double columns(TwiceDifferentiableVectorFunction f, double[] x, double[] values, double[] jacobian) {
        int n = x.length;
        double[] unit = new double[n];
        double[] column = new double[values.length];
        for (int j = 0; j < n; j++) {
            unit[j] = 1;
            f.jvp(x, unit, values, column);
            unit[j] = 0;
            for (int i = 0; i < column.length; i++) {
                jacobian[i * n + j] = column[i];
            }
        }
        return jacobian[1];
    }

    private static void hessian(int n) {
        VectorExpr x = Graph.vector("x", n);
        Expr f = loops(x).square().sum();
        TwiceDifferentiableFunction interpreted = Differentiation.of(f, x);
        TwiceDifferentiableFunction compiled = Differentiation.compile(f, x);
        double[] point = new Random(1).doubles(n, 0.5, 1.5).toArray();
        double[] hessian = new double[n * n];
        Stopwatch stopwatch = new Stopwatch()
                .add("compiled, 4 a sweep", () -> dense(compiled, point, hessian))
                .add("compiled, 1 a sweep", () -> columns(compiled, point, hessian))
                .add("interpreted, 4 a sweep", () -> dense(interpreted, point, hessian))
                .add("interpreted, 1 a sweep", () -> columns(interpreted, point, hessian));
        print("Hessian " + n + " x " + n + ", vectors", stopwatch.run());
    }

    private static double dense(TwiceDifferentiableFunction f, double[] x, double[] hessian) {
        f.hessianAt(x).dense(hessian);
        return hessian[1];
    }

    private static double columns(TwiceDifferentiableFunction f, double[] x, double[] hessian) {
        int n = x.length;
        double[] unit = new double[n];
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            unit[j] = 1;
            f.hessianVectorProduct(x, unit, column);
            unit[j] = 0;
            for (int i = 0; i < n; i++) {
                hessian[i * n + j] = column[i];
            }
        }
        return hessian[1];
    }

    private static void print(String title, List<Stopwatch.Time> times) {
        System.out.printf(Locale.ROOT, "%n%s%n", title);
        double least = times.get(0).median();
        for (Stopwatch.Time time : times) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-24s median %9.1f  ratio %5.2f%n",
                    time.name(),
                    time.median() / 1e3,
                    time.median() / least);
        }
    }
}
