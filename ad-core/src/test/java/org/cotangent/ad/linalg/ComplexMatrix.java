package org.cotangent.ad.linalg;

/** A matrix of complex numbers with textbook algorithms, to tell what routines should compute. */
final class ComplexMatrix {

    final int rows;
    final int columns;
    final double[] re;
    final double[] im;

    ComplexMatrix(int rows, int columns) {
        this(rows, columns, new double[rows * columns], new double[rows * columns]);
    }

    private ComplexMatrix(int rows, int columns, double[] re, double[] im) {
        this.rows = rows;
        this.columns = columns;
        this.re = re;
        this.im = im;
    }

    /** Some elements of a point as a matrix. */
    static ComplexMatrix of(int rows, int columns, ComplexMatrix point, int from) {
        ComplexMatrix matrix = new ComplexMatrix(rows, columns);
        System.arraycopy(point.re, from, matrix.re, 0, rows * columns);
        System.arraycopy(point.im, from, matrix.im, 0, rows * columns);
        return matrix;
    }

    static ComplexMatrix column(double[] re, double[] im) {
        return new ComplexMatrix(re.length, 1, re, im);
    }

    static ComplexMatrix identity(int n) {
        ComplexMatrix matrix = new ComplexMatrix(n, n);
        for (int i = 0; i < n; i++) {
            matrix.re[i * n + i] = 1;
        }
        return matrix;
    }

    int at(int i, int j) {
        return i * columns + j;
    }

    ComplexMatrix transposed() {
        ComplexMatrix t = new ComplexMatrix(columns, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                t.re[t.at(j, i)] = re[at(i, j)];
                t.im[t.at(j, i)] = im[at(i, j)];
            }
        }
        return t;
    }

    ComplexMatrix times(ComplexMatrix other) {
        ComplexMatrix product = new ComplexMatrix(rows, other.columns);
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                product.addRow(i, re[at(i, k)], im[at(i, k)], other, k);
            }
        }
        return product;
    }

    /** Adds a multiple of a row of another matrix to a row. */
    void addRow(int row, double factorRe, double factorIm, ComplexMatrix other, int from) {
        for (int j = 0; j < columns; j++) {
            double x = other.re[other.at(from, j)];
            double y = other.im[other.at(from, j)];
            re[at(row, j)] += factorRe * x - factorIm * y;
            im[at(row, j)] += factorRe * y + factorIm * x;
        }
    }

    ComplexMatrix plus(ComplexMatrix other, double factor) {
        ComplexMatrix sum = new ComplexMatrix(rows, columns);
        for (int i = 0; i < re.length; i++) {
            sum.re[i] = re[i] + factor * other.re[i];
            sum.im[i] = im[i] + factor * other.im[i];
        }
        return sum;
    }

    private void divideRow(int row, double byRe, double byIm) {
        double size = byRe * byRe + byIm * byIm;
        for (int j = 0; j < columns; j++) {
            double x = re[at(row, j)];
            double y = im[at(row, j)];
            re[at(row, j)] = (x * byRe + y * byIm) / size;
            im[at(row, j)] = (y * byRe - x * byIm) / size;
        }
    }

    private void exchange(int first, int second) {
        for (int j = 0; j < columns; j++) {
            double x = re[at(first, j)];
            re[at(first, j)] = re[at(second, j)];
            re[at(second, j)] = x;
            double y = im[at(first, j)];
            im[at(first, j)] = im[at(second, j)];
            im[at(second, j)] = y;
        }
    }

    private ComplexMatrix copy() {
        return new ComplexMatrix(rows, columns, re.clone(), im.clone());
    }

    /** The solution of A X = B by the elimination of Gauss and Jordan. */
    ComplexMatrix solve(ComplexMatrix right) {
        ComplexMatrix a = copy();
        ComplexMatrix b = right.copy();
        for (int k = 0; k < rows; k++) {
            int pivot = k;
            for (int i = k + 1; i < rows; i++) {
                pivot = Math.abs(a.re[at(i, k)]) > Math.abs(a.re[at(pivot, k)]) ? i : pivot;
            }
            a.exchange(k, pivot);
            b.exchange(k, pivot);
            double pivotRe = a.re[at(k, k)];
            double pivotIm = a.im[at(k, k)];
            a.divideRow(k, pivotRe, pivotIm);
            b.divideRow(k, pivotRe, pivotIm);
            for (int i = 0; i < rows; i++) {
                if (i != k) {
                    double factorRe = -a.re[at(i, k)];
                    double factorIm = -a.im[at(i, k)];
                    a.addRow(i, factorRe, factorIm, a, k);
                    b.addRow(i, factorRe, factorIm, b, k);
                }
            }
        }
        return b;
    }

    /** The determinant, or the logarithm of its absolute value, as a matrix of one element. */
    ComplexMatrix determinant(boolean logarithm) {
        ComplexMatrix a = copy();
        double re = logarithm ? 0 : 1;
        double im = 0;
        for (int k = 0; k < rows; k++) {
            int pivot = k;
            for (int i = k + 1; i < rows; i++) {
                pivot = Math.abs(a.re[at(i, k)]) > Math.abs(a.re[at(pivot, k)]) ? i : pivot;
            }
            a.exchange(k, pivot);
            double x = a.re[at(k, k)];
            double y = a.im[at(k, k)];
            if (logarithm) {
                re += Math.log(Math.hypot(x, y));
                im += Math.atan(y / x);
            } else {
                double sign = pivot == k ? 1 : -1;
                double product = sign * (re * x - im * y);
                im = sign * (re * y + im * x);
                re = product;
            }
            a.divideRow(k, x, y);
            for (int i = k + 1; i < rows; i++) {
                a.addRow(i, -a.re[at(i, k)], -a.im[at(i, k)], a, k);
            }
        }
        return column(new double[] {re}, new double[] {im});
    }

    /** The Cholesky factor of (A + Aᵀ) / 2, by outer products. */
    ComplexMatrix cholesky() {
        ComplexMatrix a = plus(transposed(), 1);
        ComplexMatrix l = new ComplexMatrix(rows, rows);
        for (int k = 0; k < rows; k++) {
            double x = a.re[at(k, k)] / 2;
            double y = a.im[at(k, k)] / 2;
            double rootRe = Math.sqrt((Math.hypot(x, y) + x) / 2);
            double rootIm = y / (2 * rootRe);
            double size = rootRe * rootRe + rootIm * rootIm;
            for (int i = k; i < rows; i++) {
                double u = a.re[at(i, k)] / 2;
                double v = a.im[at(i, k)] / 2;
                l.re[at(i, k)] = (u * rootRe + v * rootIm) / size;
                l.im[at(i, k)] = (v * rootRe - u * rootIm) / size;
            }
            for (int i = k + 1; i < rows; i++) {
                for (int j = k + 1; j < rows; j++) {
                    double u = l.re[at(i, k)];
                    double v = l.im[at(i, k)];
                    double s = l.re[at(j, k)];
                    double t = l.im[at(j, k)];
                    a.re[at(i, j)] -= 2 * (u * s - v * t);
                    a.im[at(i, j)] -= 2 * (u * t + v * s);
                }
            }
        }
        return l;
    }

    /** The lower or upper triangle, zeros elsewhere. */
    ComplexMatrix triangle(boolean lower) {
        ComplexMatrix t = copy();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (lower ? j > i : j < i) {
                    t.re[at(i, j)] = 0;
                    t.im[at(i, j)] = 0;
                }
            }
        }
        return t;
    }

    /**
     * An eigenvector of (A + Aᵀ) / 2 and below it the eigenvalue, by Newton's method on A x = w x, xᵀ x = 1.
     *
     * @param start the same of the real parts
     */
    ComplexMatrix eigenpair(double[] start) {
        ComplexMatrix pair = column(start.clone(), new double[start.length]);
        ComplexMatrix twice = plus(transposed(), 1);
        ComplexMatrix s = twice.plus(twice, -0.5);
        for (int turn = 0; turn < 2; turn++) {
            ComplexMatrix bordered = new ComplexMatrix(rows + 1, rows + 1);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < rows; j++) {
                    bordered.re[bordered.at(i, j)] = s.re[at(i, j)] - (i == j ? pair.re[rows] : 0);
                    bordered.im[bordered.at(i, j)] = s.im[at(i, j)] - (i == j ? pair.im[rows] : 0);
                }
                bordered.re[bordered.at(i, rows)] = -pair.re[i];
                bordered.im[bordered.at(i, rows)] = -pair.im[i];
                bordered.re[bordered.at(rows, i)] = pair.re[i];
                bordered.im[bordered.at(rows, i)] = pair.im[i];
            }
            // Both equations: (A - w) x, and half of xᵀ x - 1; the last column adds -x w, once too often.
            ComplexMatrix residual = bordered.times(pair);
            for (int i = 0; i < rows; i++) {
                residual.re[i] += pair.re[i] * pair.re[rows] - pair.im[i] * pair.im[rows];
                residual.im[i] += pair.re[i] * pair.im[rows] + pair.im[i] * pair.re[rows];
            }
            residual.re[rows] = (residual.re[rows] - 1) / 2;
            residual.im[rows] /= 2;
            pair = pair.plus(bordered.solve(residual), -1);
        }
        return pair;
    }

    /** The trace of a power of a square matrix, as a matrix of one element. */
    ComplexMatrix traceOfPower(int power) {
        ComplexMatrix product = this;
        for (int i = 1; i < power; i++) {
            product = product.times(this);
        }
        ComplexMatrix trace = new ComplexMatrix(1, 1);
        for (int i = 0; i < rows; i++) {
            trace.re[0] += product.re[product.at(i, i)];
            trace.im[0] += product.im[product.at(i, i)];
        }
        return trace;
    }
}
