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
}
