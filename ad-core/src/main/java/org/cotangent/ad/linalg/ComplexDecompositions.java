package org.cotangent.ad.linalg;

import java.util.Arrays;
import org.cotangent.ad.expr.Complex;
import org.cotangent.ad.ir.ComplexRoutine.Arguments;

/**
 * Decompositions of complex matrices for complex steps: the analytic continuations of the real ones, without
 * conjugation. Jacobi's rotations start from the real decomposition, whose order and signs remain, and know
 * nothing of derivatives.
 */
final class ComplexDecompositions {

    private static final int SWEEPS = 30;

    /** What may remain of imaginary parts off the diagonal, against what was there. */
    private static final double REMAINDER = 1e-13;

    /** A sweep that turns by this part of the direction has made the rest the square of it. */
    private static final double LAST_TURN = 1e-8;

    private ComplexDecompositions() {}

    private static ComplexColumns matrix(Arguments call, int parameter, int rows, int columns) {
        return new ComplexColumns(rows, columns, call.doubles(parameter), (double[]) call.imaginaries(parameter));
    }

    private static void store(ComplexColumns from, double[] re, double[] im, int start) {
        System.arraycopy(from.re, 0, re, start, from.re.length);
        System.arraycopy(from.im, 0, im, start, from.im.length);
    }

    /** By {@link SymmetricEigen#factor} and rotations of both sides. */
    static void eigen(Arguments call) {
        int n = call.integer(1);
        double[] e = call.doubles(2);
        double[] eIm = (double[]) call.imaginaries(2);
        ComplexColumns a = matrix(call, 0, n, n);
        SymmetricEigen.factor(a.re, n, e);
        ComplexColumns v = ComplexColumns.real(n, n, Arrays.copyOfRange(e, n, e.length));
        ComplexColumns inner = v.transposed().times(symmetric(a)).times(v);
        diagonalise(inner, v);
        for (int i = 0; i < n; i++) {
            e[i] = inner.re[i * (n + 1)];
            eIm[i] = inner.im[i * (n + 1)];
        }
        store(v, e, eIm, n);
    }

    private static ComplexColumns symmetric(ComplexColumns a) {
        ComplexColumns t = a.transposed();
        for (int i = 0; i < t.re.length; i++) {
            t.re[i] = (t.re[i] + a.re[i]) / 2;
            t.im[i] = (t.im[i] + a.im[i]) / 2;
        }
        return t;
    }

    private static void diagonalise(ComplexColumns a, ComplexColumns v) {
        double remainder = REMAINDER * size(a.im);
        for (int sweep = 0; sweep < SWEEPS && outside(a) > remainder; sweep++) {
            for (int p = 0; p < a.columns; p++) {
                for (int q = p + 1; q < a.columns; q++) {
                    ComplexColumns.Rotation by = ComplexColumns.Rotation.of(a.get(p, p), a.get(p, q), a.get(q, q));
                    a.turn(p, q, by);
                    a.turnRows(p, q, by);
                    v.turn(p, q, by);
                }
            }
        }
    }

    private static double size(double[] elements) {
        double largest = 0;
        for (double element : elements) {
            largest = Math.max(largest, Math.abs(element));
        }
        return largest;
    }

    private static double outside(ComplexColumns a) {
        double largest = 0;
        for (int i = 0; i < a.columns; i++) {
            for (int j = 0; j < a.columns; j++) {
                largest = i == j ? largest : Math.max(largest, Math.abs(a.im[i * a.columns + j]));
            }
        }
        return largest;
    }

    static void values(Arguments call) {
        int n = call.integer(2);
        copy(call, 0, n, 3);
    }

    static void vectors(Arguments call) {
        int n = call.integer(2);
        copy(call, n, n * n, 3);
    }

    /** Copies a part of the decomposition, which is parameter 1. */
    private static void copy(Arguments call, int start, int length, int to) {
        System.arraycopy(call.doubles(1), start, call.doubles(to), 0, length);
        System.arraycopy((double[]) call.imaginaries(1), start, (double[]) call.imaginaries(to), 0, length);
    }

    /** By {@link SingularValueDecomposition#factor} and rotations of the columns of A V, or of Aᵀ U. */
    static void singular(Arguments call) {
        int m = call.integer(1);
        int n = call.integer(2);
        int r = Math.min(m, n);
        double[] svd = call.doubles(3);
        double[] svdIm = (double[]) call.imaginaries(3);
        ComplexColumns a = matrix(call, 0, m, n);
        SingularValueDecomposition.factor(a.re, m, n, svd);
        boolean tall = m >= n;
        int shorter = tall ? r + m * r : r;
        ComplexColumns turned = ComplexColumns.real(r, r, Arrays.copyOfRange(svd, shorter, shorter + r * r));
        ComplexColumns image = (tall ? a : a.transposed()).times(turned);
        orthogonalise(image, turned);
        for (int j = 0; j < r; j++) {
            Complex s = ComplexColumns.root(image.product(j, j));
            svd[j] = s.re();
            svdIm[j] = s.im();
            image.divide(j, s);
        }
        store(tall ? image : turned, svd, svdIm, r);
        store(tall ? turned : image, svd, svdIm, r + m * r);
    }

    /** One-sided rotations (Hestenes 1958), until a sweep has turned nothing. */
    private static void orthogonalise(ComplexColumns image, ComplexColumns turned) {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double turn = 0;
            for (int p = 0; p < image.columns; p++) {
                for (int q = p + 1; q < image.columns; q++) {
                    ComplexColumns.Rotation by =
                            ComplexColumns.Rotation.of(image.product(p, p), image.product(p, q), image.product(q, q));
                    image.turn(p, q, by);
                    turned.turn(p, q, by);
                    turn = Math.max(turn, Math.abs(by.sine().im()));
                }
            }
            if (turn <= LAST_TURN * size(image.im) / size(image.re)) {
                return;
            }
        }
    }

    static void singularValues(Arguments call) {
        copy(call, 0, Math.min(call.integer(2), call.integer(3)), 4);
    }

    static void left(Arguments call) {
        int m = call.integer(2);
        int r = Math.min(m, call.integer(3));
        copy(call, r, m * r, 4);
    }

    static void right(Arguments call) {
        int m = call.integer(2);
        int n = call.integer(3);
        int r = Math.min(m, n);
        copy(call, r + m * r, n * r, 4);
    }

    /** V diag(d) Uᵀ of what a decomposition holds. */
    private static ComplexColumns composed(Arguments call, int m, int n, java.util.function.UnaryOperator<Complex> d) {
        int r = Math.min(m, n);
        ComplexColumns u = part(call, r, m, r);
        ComplexColumns v = part(call, r + m * r, n, r);
        for (int j = 0; j < r; j++) {
            Complex s = new Complex(call.doubles(1)[j], ((double[]) call.imaginaries(1))[j]);
            Complex factor = d.apply(s);
            for (int i = 0; i < n; i++) {
                v.set(i, j, factor.isZero() ? factor : v.get(i, j).times(factor));
            }
        }
        return v.times(u.transposed());
    }

    static void pseudoInverse(Arguments call) {
        int m = call.integer(2);
        int n = call.integer(3);
        double tolerance = SingularValueDecomposition.tolerance(call.doubles(1), m, n);
        ComplexColumns x = composed(
                call,
                m,
                n,
                s -> s.re() <= tolerance ? Complex.real(0) : Complex.real(1).dividedBy(s));
        store(x, call.doubles(4), (double[]) call.imaginaries(4), 0);
    }

    static void orthogonalFactor(Arguments call) {
        ComplexColumns q = composed(call, call.integer(3), call.integer(4), s -> Complex.real(1));
        store(q.transposed(), call.doubles(5), (double[]) call.imaginaries(5), 0);
    }

    static void gramRoot(Arguments call) {
        int m = call.integer(1);
        int n = call.integer(2);
        double[] re = call.doubles(0);
        double[] im = (double[]) call.imaginaries(0);
        SquareRoots.factorGram(re, m, n, call.doubles(3));
        SquareRoots.factorGram(im, m, n, (double[]) call.imaginaries(3));
    }

    static void root(Arguments call) {
        int n = call.integer(1);
        double[] e = call.doubles(0);
        double[] eIm = (double[]) call.imaginaries(0);
        double[] rootIm = (double[]) call.imaginaries(2);
        SquareRoots.factor(e, n, call.doubles(2));
        System.arraycopy(eIm, 0, rootIm, 0, eIm.length);
        for (int i = 0; i < n; i++) {
            Complex root = ComplexColumns.root(new Complex(e[i], eIm[i]));
            call.doubles(2)[i] = root.re();
            rootIm[i] = root.im();
        }
    }

    static void squareRoot(Arguments call) {
        int n = call.integer(2);
        ComplexColumns v = part(call, n, n, n);
        ComplexColumns scaled = part(call, n, n, n);
        for (int j = 0; j < n; j++) {
            Complex root = new Complex(call.doubles(1)[j], ((double[]) call.imaginaries(1))[j]);
            for (int i = 0; i < n; i++) {
                scaled.set(i, j, scaled.get(i, j).times(root));
            }
        }
        store(scaled.times(v.transposed()), call.doubles(3), (double[]) call.imaginaries(3), 0);
    }

    private static ComplexColumns part(Arguments call, int start, int rows, int columns) {
        int end = start + rows * columns;
        return new ComplexColumns(
                rows,
                columns,
                Arrays.copyOfRange(call.doubles(1), start, end),
                Arrays.copyOfRange((double[]) call.imaginaries(1), start, end));
    }

    /** Columns made orthogonal one after the other, twice, which is enough (Giraud and others 2005). */
    static void qr(Arguments call) {
        int m = call.integer(1);
        int n = call.integer(2);
        ComplexColumns q = new ComplexColumns(m, n, call.doubles(0).clone(), ((double[]) call.imaginaries(0)).clone());
        ComplexColumns r = new ComplexColumns(n, n);
        for (int j = 0; j < n; j++) {
            for (int turn = 0; turn < 2; turn++) {
                for (int i = 0; i < j; i++) {
                    Complex share = q.product(i, j);
                    r.set(i, j, r.get(i, j).plus(share));
                    q.add(j, share.negate(), i);
                }
            }
            Complex length = ComplexColumns.root(q.product(j, j));
            r.set(j, j, length);
            q.divide(j, length);
        }
        store(q, call.doubles(3), (double[]) call.imaginaries(3), 0);
        store(r, call.doubles(3), (double[]) call.imaginaries(3), m * n);
    }

    static void leastSquares(Arguments call) {
        int m = call.integer(3);
        int n = call.integer(4);
        int columns = call.integer(5);
        ComplexColumns x = part(call, 0, m, n).transposed().times(matrix(call, 2, m, columns));
        backward(part(call, m * n, n, n), x);
        store(x, call.doubles(6), (double[]) call.imaginaries(6), 0);
    }

    static void normal(Arguments call) {
        int m = call.integer(3);
        int n = call.integer(4);
        int columns = call.integer(5);
        ComplexColumns u =
                new ComplexColumns(n, columns, call.doubles(2).clone(), ((double[]) call.imaginaries(2)).clone());
        ComplexColumns r = part(call, m * n, n, n);
        forward(r, u);
        backward(r, u);
        store(u, call.doubles(6), (double[]) call.imaginaries(6), 0);
    }

    /** Solves R X = X. */
    private static void backward(ComplexColumns r, ComplexColumns x) {
        for (int j = 0; j < x.columns; j++) {
            for (int i = r.rows - 1; i >= 0; i--) {
                Complex sum = x.get(i, j);
                for (int k = i + 1; k < r.rows; k++) {
                    sum = sum.minus(r.get(i, k).times(x.get(k, j)));
                }
                x.set(i, j, sum.dividedBy(r.get(i, i)));
            }
        }
    }

    /** Solves Rᵀ X = X. */
    private static void forward(ComplexColumns r, ComplexColumns x) {
        for (int j = 0; j < x.columns; j++) {
            for (int i = 0; i < r.rows; i++) {
                Complex sum = x.get(i, j);
                for (int k = 0; k < i; k++) {
                    sum = sum.minus(r.get(k, i).times(x.get(k, j)));
                }
                x.set(i, j, sum.dividedBy(r.get(i, i)));
            }
        }
    }
}
