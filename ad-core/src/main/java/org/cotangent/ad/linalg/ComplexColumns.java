package org.cotangent.ad.linalg;

import org.cotangent.ad.expr.Complex;

/**
 * A matrix of complex numbers whose columns are combined, for complex steps through decompositions: products of
 * columns do not conjugate, and squares of lengths are complex, so that everything is analytic.
 */
final class ComplexColumns {

    final int rows;
    final int columns;
    final double[] re;
    final double[] im;

    ComplexColumns(int rows, int columns) {
        this(rows, columns, new double[rows * columns], new double[rows * columns]);
    }

    ComplexColumns(int rows, int columns, double[] re, double[] im) {
        this.rows = rows;
        this.columns = columns;
        this.re = re;
        this.im = im;
    }

    static ComplexColumns real(int rows, int columns, double[] re) {
        return new ComplexColumns(rows, columns, re, new double[re.length]);
    }

    ComplexColumns transposed() {
        ComplexColumns t = new ComplexColumns(columns, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                t.re[j * rows + i] = re[i * columns + j];
                t.im[j * rows + i] = im[i * columns + j];
            }
        }
        return t;
    }

    ComplexColumns times(ComplexColumns other) {
        ComplexColumns product = new ComplexColumns(rows, other.columns);
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                double x = re[i * columns + k];
                double y = im[i * columns + k];
                for (int j = 0; j < other.columns; j++) {
                    double u = other.re[k * other.columns + j];
                    double v = other.im[k * other.columns + j];
                    product.re[i * other.columns + j] += x * u - y * v;
                    product.im[i * other.columns + j] += x * v + y * u;
                }
            }
        }
        return product;
    }

    Complex get(int i, int j) {
        return new Complex(re[i * columns + j], im[i * columns + j]);
    }

    void set(int i, int j, Complex value) {
        re[i * columns + j] = value.re();
        im[i * columns + j] = value.im();
    }

    /** The sum of products of the elements of two columns. */
    Complex product(int p, int q) {
        double sumRe = 0;
        double sumIm = 0;
        for (int at = 0; at < re.length; at += columns) {
            double x = re[at + p];
            double y = im[at + p];
            double u = re[at + q];
            double v = im[at + q];
            sumRe += x * u - y * v;
            sumIm += x * v + y * u;
        }
        return new Complex(sumRe, sumIm);
    }

    /** Adds a multiple of one column to another. */
    void add(int to, Complex factor, int from) {
        for (int i = 0; i < rows; i++) {
            set(i, to, get(i, to).plus(factor.times(get(i, from))));
        }
    }

    void divide(int column, Complex by) {
        for (int i = 0; i < rows; i++) {
            set(i, column, get(i, column).dividedBy(by));
        }
    }

    /** Turns two columns: p' = c p - s q, q' = s p + c q. */
    void turn(int p, int q, Rotation by) {
        Complex c = by.cosine;
        Complex s = by.sine;
        for (int at = 0; at < re.length; at += columns) {
            double x = re[at + p];
            double y = im[at + p];
            double u = re[at + q];
            double v = im[at + q];
            re[at + p] = c.re() * x - c.im() * y - s.re() * u + s.im() * v;
            im[at + p] = c.re() * y + c.im() * x - s.re() * v - s.im() * u;
            re[at + q] = s.re() * x - s.im() * y + c.re() * u - c.im() * v;
            im[at + q] = s.re() * y + s.im() * x + c.re() * v + c.im() * u;
        }
    }

    /** Turns two rows as {@link #turn} does columns. */
    void turnRows(int p, int q, Rotation by) {
        for (int j = 0; j < columns; j++) {
            Complex x = get(p, j);
            Complex y = get(q, j);
            set(p, j, by.cosine.times(x).minus(by.sine.times(y)));
            set(q, j, by.sine.times(x).plus(by.cosine.times(y)));
        }
    }

    /** A rotation by a complex angle. */
    record Rotation(Complex cosine, Complex sine) {

        private static final Complex ONE = Complex.real(1);

        /** That which makes the symmetric matrix (alpha, gamma; gamma, beta) diagonal, the smaller of the two. */
        static Rotation of(Complex alpha, Complex gamma, Complex beta) {
            Complex gap = beta.minus(alpha);
            Complex twice = gamma.plus(gamma);
            Complex root = root(gap.times(gap).plus(twice.times(twice)));
            Complex sum = gap.plus(root);
            Complex difference = gap.minus(root);
            Complex divisor = sum.modulus() >= difference.modulus() ? sum : difference;
            if (divisor.isZero()) {
                return new Rotation(ONE, Complex.real(0));
            }
            Complex tangent = twice.dividedBy(divisor);
            Complex cosine = ONE.dividedBy(root(tangent.times(tangent).plus(ONE)));
            return new Rotation(cosine, tangent.times(cosine));
        }
    }

    /** The root whose real part is not negative. */
    static Complex root(Complex z) {
        double modulus = z.modulus();
        if (modulus == 0) {
            return z;
        }
        if (z.re() >= 0) {
            double re = Math.sqrt((modulus + z.re()) / 2);
            return new Complex(re, z.im() / (2 * re));
        }
        double im = Math.sqrt((modulus - z.re()) / 2);
        return new Complex(Math.abs(z.im()) / (2 * im), Math.copySign(im, z.im()));
    }
}
