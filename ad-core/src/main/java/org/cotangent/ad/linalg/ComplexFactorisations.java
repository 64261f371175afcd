package org.cotangent.ad.linalg;

import java.util.Arrays;
import org.cotangent.ad.expr.Complex;
import org.cotangent.ad.ir.ComplexRoutine.Arguments;

/**
 * Factorisations and solutions of complex matrices, element by element, for complex steps: analytic
 * continuations, so that transposes do not conjugate, with decisions made on real parts.
 */
final class ComplexFactorisations {

    private ComplexFactorisations() {}

    /** Real and imaginary parts of a matrix, row by row. */
    private record Parts(double[] re, double[] im, int columns) {

        static Parts of(Arguments call, int parameter, int columns) {
            return new Parts(call.doubles(parameter), (double[]) call.imaginaries(parameter), columns);
        }

        Complex get(int i, int j) {
            return new Complex(re[i * columns + j], im[i * columns + j]);
        }

        void set(int i, int j, Complex value) {
            re[i * columns + j] = value.re();
            im[i * columns + j] = value.im();
        }

        void copy(Parts from, int length) {
            System.arraycopy(from.re, 0, re, 0, length);
            System.arraycopy(from.im, 0, im, 0, length);
        }
    }

    static void lu(Arguments call) {
        int n = call.integer(1);
        Parts lu = Parts.of(call, 2, n);
        lu.copy(Parts.of(call, 0, n), n * n);
        Arrays.fill(lu.im, n * n, n * n + n, 0);
        for (int i = 0; i < n; i++) {
            lu.re[n * n + i] = i;
        }
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(lu.re[i * n + k]) > Math.abs(lu.re[pivot * n + k]) ? i : pivot;
            }
            exchange(lu, n, k, pivot);
            for (int i = k + 1; i < n; i++) {
                Complex factor = lu.get(i, k).dividedBy(lu.get(k, k));
                lu.set(i, k, factor);
                for (int j = k + 1; j < n; j++) {
                    lu.set(i, j, lu.get(i, j).minus(factor.times(lu.get(k, j))));
                }
            }
        }
    }

    private static void exchange(Parts lu, int n, int first, int second) {
        for (int j = 0; j < n; j++) {
            Complex kept = lu.get(first, j);
            lu.set(first, j, lu.get(second, j));
            lu.set(second, j, kept);
        }
        double kept = lu.re[n * n + first];
        lu.re[n * n + first] = lu.re[n * n + second];
        lu.re[n * n + second] = kept;
    }

    static void solveLu(Arguments call) {
        boolean transposed = call.truth(0);
        int n = call.integer(4);
        int columns = call.integer(5);
        Parts lu = Parts.of(call, 2, n);
        Parts b = Parts.of(call, 3, columns);
        Parts x = Parts.of(call, 6, columns);
        if (!transposed) {
            permute(lu, b, x, n, false);
            triangle(lu, true, false, true, x, n);
            triangle(lu, false, false, false, x, n);
        } else {
            Parts ordered = new Parts(b.re.clone(), b.im.clone(), columns);
            triangle(lu, false, true, false, ordered, n);
            triangle(lu, true, true, true, ordered, n);
            permute(lu, ordered, x, n, true);
        }
    }

    private static void permute(Parts lu, Parts from, Parts to, int n, boolean back) {
        for (int i = 0; i < n; i++) {
            int row = (int) lu.re[n * n + i];
            for (int j = 0; j < from.columns; j++) {
                if (back) {
                    to.set(row, j, from.get(i, j));
                } else {
                    to.set(i, j, from.get(row, j));
                }
            }
        }
    }

    /** op(T) X = X of a stored triangle. */
    private static void triangle(Parts t, boolean lower, boolean transposed, boolean unit, Parts x, int n) {
        boolean forward = lower != transposed;
        for (int turn = 0; turn < n; turn++) {
            int i = forward ? turn : n - 1 - turn;
            for (int j = 0; j < x.columns; j++) {
                Complex sum = x.get(i, j);
                for (int p = forward ? 0 : i + 1; p < (forward ? i : n); p++) {
                    sum = sum.minus((transposed ? t.get(p, i) : t.get(i, p)).times(x.get(p, j)));
                }
                x.set(i, j, unit ? sum : sum.dividedBy(t.get(i, i)));
            }
        }
    }

    static void solveTriangular(Arguments call) {
        int n = call.integer(4);
        int columns = call.integer(5);
        Parts x = Parts.of(call, 6, columns);
        x.copy(Parts.of(call, 3, columns), n * columns);
        triangle(Parts.of(call, 2, n), call.truth(0), call.truth(1), false, x, n);
    }

    static void determinant(Arguments call) {
        int n = call.integer(2);
        Parts lu = Parts.of(call, 1, n);
        Complex product = Complex.real(LuFactorisation.isOdd(lu.re, n) ? -1 : 1);
        for (int i = 0; i < n; i++) {
            product = product.times(lu.get(i, i));
        }
        call.give(product);
    }

    static void logDeterminant(Arguments call) {
        int n = call.integer(2);
        Parts lu = Parts.of(call, 1, n);
        Complex sum = Complex.real(0);
        for (int i = 0; i < n; i++) {
            Complex pivot = lu.get(i, i);
            sum = sum.plus(log(pivot.re() < 0 ? pivot.negate() : pivot));
        }
        call.give(sum);
    }

    static void cholesky(Arguments call) {
        int n = call.integer(1);
        Parts a = Parts.of(call, 0, n);
        Parts l = Parts.of(call, 2, n);
        Arrays.fill(l.re, 0);
        Arrays.fill(l.im, 0);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                Complex sum = a.get(i, j).plus(a.get(j, i)).times(Complex.real(0.5));
                for (int p = 0; p < j; p++) {
                    sum = sum.minus(l.get(i, p).times(l.get(j, p)));
                }
                if (i == j && sum.re() <= 0) {
                    throw new NotPositiveDefiniteException(n, i, sum.re());
                }
                l.set(i, j, i == j ? root(sum) : sum.dividedBy(l.get(j, j)));
            }
        }
    }

    static void solveCholesky(Arguments call) {
        int n = call.integer(3);
        int columns = call.integer(4);
        Parts l = Parts.of(call, 1, n);
        Parts x = Parts.of(call, 5, columns);
        x.copy(Parts.of(call, 2, columns), n * columns);
        triangle(l, true, false, false, x, n);
        triangle(l, true, true, false, x, n);
    }

    static void logDeterminantCholesky(Arguments call) {
        int n = call.integer(2);
        Parts l = Parts.of(call, 1, n);
        Complex sum = Complex.real(0);
        for (int i = 0; i < n; i++) {
            sum = sum.plus(log(l.get(i, i)));
        }
        call.give(sum.plus(sum));
    }

    private static Complex log(Complex z) {
        return new Complex(Math.log(Math.hypot(z.re(), z.im())), Math.atan2(z.im(), z.re()));
    }

    /** Of a number with positive real part. */
    private static Complex root(Complex z) {
        double re = Math.sqrt((Math.hypot(z.re(), z.im()) + z.re()) / 2);
        return new Complex(re, z.im() / (2 * re));
    }
}
