package org.cotangent.optim.search;

import java.util.Arrays;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;

/**
 * Long vectors side by side, the newest first: the columns of a matrix, and what is multiplied by it. Four
 * columns at once, because memory is what long vectors cost; two sums a column, because a single one would
 * wait for each addition.
 */
final class Columns implements Stateful {

    /**
     * Rows that are worked on before the next ones, so that the second use of them finds them in a cache: of ten
     * columns 640 KB. Shorter blocks interrupt the reading ahead of processors (measured).
     */
    private static final int BLOCK = 8192;

    private static final int TOGETHER = 4;
    private static final double[] ABSENT = {};

    private final double[][] columns;
    private final int dimension;

    /** So many columns, none of them filled. */
    Columns(int capacity, int dimension) {
        columns = new double[capacity][];
        Arrays.fill(columns, ABSENT);
        this.dimension = dimension;
    }

    /** The buffer of the last column, to be filled and moved to the front. */
    double[] last() {
        int last = columns.length - 1;
        if (columns[last].length == 0) {
            columns[last] = new double[dimension];
        }
        return columns[last];
    }

    /** Makes the last column the first. */
    void rotate() {
        double[] last = last();
        System.arraycopy(columns, 0, columns, 1, columns.length - 1);
        columns[0] = last;
    }

    /** The newest. */
    double[] first() {
        return columns[0];
    }

    /** sums = columnsᵀ v, of the first {@code count}. */
    void multiply(int count, double[] v, double[] sums) {
        Arrays.fill(sums, 0);
        for (int k = 0; k < count; k += TOGETHER) {
            int next = Math.min(count, k + TOGETHER);
            for (int from = 0; from < dimension; from += BLOCK) {
                multiply(k, next, v, from, end(from), sums);
            }
        }
    }

    /** The same with two vectors, in one pass over memory; in blocks it would take longer (measured). */
    void multiply(int count, double[] v, double[] w, double[] sums, double[] otherSums) {
        Arrays.fill(sums, 0);
        Arrays.fill(otherSums, 0);
        int k = 0;
        for (; k + TOGETHER <= count; k += TOGETHER) {
            multiplyFour(k, v, w, sums, otherSums);
        }
        for (; k < count; k++) {
            multiplyOne(k, v, w, sums, otherSums);
        }
    }

    /** v += factor · columns weights, then sums = columnsᵀ v, of the first {@code count}, in one pass over memory. */
    void addAndMultiply(int count, double factor, double[] weights, double[] v, double[] sums) {
        Arrays.fill(sums, 0);
        for (int from = 0; from < dimension; from += BLOCK) {
            int to = end(from);
            add(count, factor, weights, v, from, to);
            for (int k = 0; k < count; k += TOGETHER) {
                multiply(k, Math.min(count, k + TOGETHER), v, from, to, sums);
            }
        }
    }

    /** v += factor · columns weights, of the first {@code count}. */
    void add(int count, double factor, double[] weights, double[] v) {
        add(count, factor, weights, v, 0, dimension);
    }

    private int end(int from) {
        return Math.min(dimension, from + BLOCK);
    }

    private void add(int count, double factor, double[] weights, double[] v, int from, int to) {
        int k = 0;
        for (; k + TOGETHER <= count; k += TOGETHER) {
            addFour(k, factor, weights, v, from, to);
        }
        for (; k < count; k++) {
            add(factor * weights[k], columns[k], v, from, to);
        }
    }

    private void addFour(int k, double factor, double[] weights, double[] v, int from, int to) {
        double[] a = columns[k];
        double[] b = columns[k + 1];
        double[] c = columns[k + 2];
        double[] d = columns[k + 3];
        double weightA = factor * weights[k];
        double weightB = factor * weights[k + 1];
        double weightC = factor * weights[k + 2];
        double weightD = factor * weights[k + 3];
        for (int i = from; i < to; i++) {
            v[i] += weightA * a[i] + weightB * b[i] + (weightC * c[i] + weightD * d[i]);
        }
    }

    private static void add(double weight, double[] a, double[] v, int from, int to) {
        for (int i = from; i < to; i++) {
            v[i] += weight * a[i];
        }
    }

    /** Adds products over some rows to the sums, of columns k to next. */
    private void multiply(int k, int next, double[] v, int from, int to, double[] sums) {
        if (next - k == TOGETHER) {
            multiplyFour(k, v, from, to, sums);
            return;
        }
        for (int j = k; j < next; j++) {
            sums[j] += product(columns[j], v, from, to);
        }
    }

    private void multiplyOne(int k, double[] v, double[] w, double[] sums, double[] otherSums) {
        double[] a = columns[k];
        int end = dimension & -2;
        double sum = 0;
        double odd = 0;
        double other = 0;
        double otherOdd = 0;
        for (int i = 0; i < end; i += 2) {
            sum += a[i] * v[i];
            odd += a[i + 1] * v[i + 1];
            other += a[i] * w[i];
            otherOdd += a[i + 1] * w[i + 1];
        }
        if (end < dimension) {
            sum += a[end] * v[end];
            other += a[end] * w[end];
        }
        sums[k] += sum + odd;
        otherSums[k] += other + otherOdd;
    }

    /** Eight sums are enough, one a product. */
    private void multiplyFour(int k, double[] v, double[] w, double[] sums, double[] otherSums) {
        double[] a = columns[k];
        double[] b = columns[k + 1];
        double[] c = columns[k + 2];
        double[] d = columns[k + 3];
        double sumA = 0;
        double sumB = 0;
        double sumC = 0;
        double sumD = 0;
        double otherA = 0;
        double otherB = 0;
        double otherC = 0;
        double otherD = 0;
        for (int i = 0; i < dimension; i++) {
            double vi = v[i];
            double wi = w[i];
            sumA += a[i] * vi;
            otherA += a[i] * wi;
            sumB += b[i] * vi;
            otherB += b[i] * wi;
            sumC += c[i] * vi;
            otherC += c[i] * wi;
            sumD += d[i] * vi;
            otherD += d[i] * wi;
        }
        sums[k] += sumA;
        sums[k + 1] += sumB;
        sums[k + 2] += sumC;
        sums[k + 3] += sumD;
        otherSums[k] += otherA;
        otherSums[k + 1] += otherB;
        otherSums[k + 2] += otherC;
        otherSums[k + 3] += otherD;
    }

    private void multiplyFour(int k, double[] v, int from, int to, double[] sums) {
        double[] a = columns[k];
        double[] b = columns[k + 1];
        double[] c = columns[k + 2];
        double[] d = columns[k + 3];
        int end = to - (to - from) % 2;
        double sumA = 0;
        double sumB = 0;
        double sumC = 0;
        double sumD = 0;
        double oddA = 0;
        double oddB = 0;
        double oddC = 0;
        double oddD = 0;
        for (int i = from; i < end; i += 2) {
            double v0 = v[i];
            double v1 = v[i + 1];
            sumA += a[i] * v0;
            oddA += a[i + 1] * v1;
            sumB += b[i] * v0;
            oddB += b[i + 1] * v1;
            sumC += c[i] * v0;
            oddC += c[i + 1] * v1;
            sumD += d[i] * v0;
            oddD += d[i + 1] * v1;
        }
        if (end < to) {
            sumA += a[end] * v[end];
            sumB += b[end] * v[end];
            sumC += c[end] * v[end];
            sumD += d[end] * v[end];
        }
        sums[k] += sumA + oddA;
        sums[k + 1] += sumB + oddB;
        sums[k + 2] += sumC + oddC;
        sums[k + 3] += sumD + oddD;
    }

    private static double product(double[] a, double[] v, int from, int to) {
        int end = to - (to - from) % 4;
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int i = from; i < end; i += 4) {
            sum0 += a[i] * v[i];
            sum1 += a[i + 1] * v[i + 1];
            sum2 += a[i + 2] * v[i + 2];
            sum3 += a[i + 3] * v[i + 3];
        }
        for (int i = end; i < to; i++) {
            sum0 += a[i] * v[i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    @Override
    public void exchange(State state) {
        for (int k = 0; k < columns.length; k++) {
            columns[k] = state.array(columns[k]);
        }
    }
}
