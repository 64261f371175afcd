package org.cotangent.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.cotangent.ad.Data;
import org.cotangent.ad.Differentiation;
import org.cotangent.ad.expr.Expr;
import org.cotangent.ad.expr.Graph;
import org.cotangent.ad.expr.MatrixExpr;
import org.cotangent.ad.expr.VectorExpr;
import org.cotangent.ad.function.TwiceDifferentiableFunction;
import org.cotangent.ad.linalg.CholeskyAdjoint;
import org.cotangent.ad.linalg.CholeskyFactorisation;
import org.cotangent.ad.linalg.LinearAlgebra;
import org.cotangent.ad.linalg.LuFactorisation;
import org.cotangent.ad.linalg.MatrixProducts;
import org.cotangent.ad.linalg.SingularFactors;

/** Prints what products and factorisations of matrices cost, and their adjoints beside them. */
public final class LinearAlgebraCost {

    private static final int ROUNDS = 25;
    private static final long ROUND = 10_000_000;
    private static final long WARM_UP = 400_000_000;
    private static final int N = 200;

    private LinearAlgebraCost() {}

    /** Runs for about half a minute; with {@code --add-modules jdk.incubator.vector} by another kernel. */
    public static void main(String... arguments) {
        System.out.println("kernel " + MatrixProducts.kernel() + ", best times of " + ROUNDS + " rounds");
        int[][] shapes = {{5, 5, 5}, {30, 30, 30}, {200, 200, 200}, {128, 784, 64}, {128, 64, 10}, {500, 500, 500}};
        for (int[] shape : shapes) {
            product(false, false, shape[0], shape[1], shape[2]);
        }
        product(true, false, 784, 128, 64);
        product(false, true, 128, 10, 64);
        factorisations();
        decompositions(positive());
        perceptron();
    }

    /** Nanoseconds. */
    private static double time(Runnable work) {
        long warm = System.nanoTime() + WARM_UP;
        int count = 0;
        long started = System.nanoTime();
        while (System.nanoTime() < warm) {
            work.run();
            count++;
        }
        long repeats = Math.max(1, ROUND * count / (System.nanoTime() - started));
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (long i = 0; i < repeats; i++) {
                work.run();
            }
            best = Math.min(best, (System.nanoTime() - start) / (double) repeats);
        }
        return best;
    }

    private static void print(String what, double nanoseconds, String more) {
        System.out.printf(Locale.ROOT, "%-45s %10.1f us %s%n", what, nanoseconds / 1e3, more);
    }

    private static double[] random(int length) {
        return new Random(5).doubles(length, -1, 1).toArray();
    }

    private static void product(boolean left, boolean right, int m, int k, int n) {
        double[] a = random(m * k);
        double[] b = random(k * n);
        double[] c = new double[m * n];
        double time = time(() -> MatrixProducts.product(1, left, a, right, b, m, k, n, c));
        print(
                "product " + m + " x " + k + " x " + n + (left ? ", A transposed" : "")
                        + (right ? ", B transposed" : ""),
                time,
                String.format(Locale.ROOT, "%.1f GFLOP/s", 2.0 * m * k * n / time));
    }

    private static double[] positive() {
        double[] a = random(N * N);
        double[] s = new double[N * N];
        MatrixProducts.product(1.0 / N, false, a, true, a, N, N, N, s);
        for (int i = 0; i < N; i++) {
            s[i * (N + 1)] += 1;
        }
        return s;
    }

    private static void factorisations() {
        double[] a = positive();
        double[] l = new double[N * N];
        double[] g = new double[N * N];
        double[] bar = random(N * N);
        double factor = time(() -> CholeskyFactorisation.factor(a, N, l));
        print("Cholesky factor, n = 200", factor, "");
        ratio("its adjoint", time(() -> CholeskyAdjoint.of(l, bar, N, g)), factor);
        double[] lu = new double[N * N + N];
        double[] b = random(N);
        double[] x = new double[N];
        double[] w = new double[N];
        double solve = time(() -> {
            LuFactorisation.factor(a, N, lu);
            LuFactorisation.solve(false, a, lu, b, N, 1, x);
        });
        print("factorise by LU and solve, n = 200", solve, "");
        double again = time(() -> LuFactorisation.solve(false, a, lu, b, N, 1, x));
        ratio("solve with the factorisation", again, solve);
        double adjoint = time(() -> {
            LuFactorisation.solve(true, a, lu, b, N, 1, w);
            MatrixProducts.addProduct(-1, false, w, true, x, N, 1, N, g);
        });
        ratio("adjoint of the solution by A and b", adjoint, solve);
        gradients(a, b);
    }

    private static void ratio(String what, double time, double to) {
        print("  " + what, time, String.format(Locale.ROOT, "%.2f", time / to));
    }

    /** Whole functions, interpreted: calls are most of what they do. */
    private static void gradients(double[] a, double[] b) {
        MatrixExpr matrix = Graph.matrix("a", N, N);
        VectorExpr right = Graph.vector("b", N);
        TwiceDifferentiableFunction solution = Differentiation.of(
                LinearAlgebra.solve(matrix, right).square().sum(), List.of(matrix), Data.of(right, b));
        gradient("|A^-1 b|^2, n = 200", solution, a);
        MatrixExpr factor = LinearAlgebra.cholesky(matrix);
        gradient(
                "sum of squares of L, n = 200",
                Differentiation.of(factor.square().sum(), List.of(matrix)),
                a);
    }

    private static void gradient(String what, TwiceDifferentiableFunction f, double[] x) {
        double[] gradient = new double[x.length];
        double[] direction = random(x.length);
        double value = time(() -> f.value(x));
        print(what + ", value", value, "");
        ratio("value and gradient", time(() -> f.valueAndGradient(x, gradient)), value);
        ratio("Hessian-vector product", time(() -> f.hessianVectorProduct(x, direction, gradient)), value);
    }

    /** Functions of decompositions, whose derivatives are products. */
    private static void decompositions(double[] a) {
        MatrixExpr matrix = Graph.matrix("a", N, N);
        List<MatrixExpr> variables = List.of(matrix);
        SingularFactors factors = LinearAlgebra.singularValueDecomposition(matrix);
        Expr element = factors.u().get(0, 0).times(factors.v().get(0, 0));
        Expr eigenvalues = LinearAlgebra.eigenvalues(matrix).exp().sum();
        Expr nuclear = LinearAlgebra.nuclearNorm(matrix);
        Expr orthogonal = LinearAlgebra.orthogonalFactor(matrix).get(0, 1);
        Expr inverse = LinearAlgebra.pseudoInverse(matrix).get(0, 1);
        gradient("eigenvalues, n = 200", Differentiation.of(eigenvalues, variables), a);
        gradient("nuclear norm, n = 200", Differentiation.of(nuclear, variables), a);
        gradient("singular vectors, n = 200", Differentiation.of(element, variables), a);
        gradient("orthogonal factor, n = 200", Differentiation.of(orthogonal, variables), a);
        gradient("pseudo-inverse, n = 200", Differentiation.of(inverse, variables), a);
    }

    /** The products of value and gradient of a perceptron 784-64-10 for 128 examples. */
    private static void perceptron() {
        double[] x = random(128 * 784);
        double[] w = random(784 * 64);
        double[] h = random(128 * 64);
        double[] v = random(64 * 10);
        double[] y = random(128 * 10);
        double[] wBar = new double[784 * 64];
        double[] vBar = new double[64 * 10];
        double[] hBar = new double[128 * 64];
        List<Runnable> steps = new ArrayList<>();
        steps.add(() -> MatrixProducts.product(1, false, x, false, w, 128, 784, 64, hBar));
        steps.add(() -> MatrixProducts.product(1, false, h, false, v, 128, 64, 10, y));
        steps.add(() -> MatrixProducts.product(1, true, h, false, y, 64, 128, 10, vBar));
        steps.add(() -> MatrixProducts.product(1, false, y, true, v, 128, 10, 64, hBar));
        steps.add(() -> MatrixProducts.product(1, true, x, false, h, 784, 128, 64, wBar));
        print("products of 784-64-10, 128 examples", time(() -> steps.forEach(Runnable::run)), "");
    }
}
