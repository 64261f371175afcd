package org.cotangent.ad.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products of parts of arrays. */
class MatrixProductsTest {

    private static final int M = 5;
    private static final int K = 7;
    private static final int N = 10;

    private final double[] a = new Random(1).doubles(100, -1, 1).toArray();
    private final double[] b = new Random(2).doubles(100, -1, 1).toArray();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void partsOfArraysAreMultiplied(int kind) {
        boolean left = (kind & 1) != 0;
        boolean right = (kind & 2) != 0;
        double[] c = new Random(3).doubles(100, -1, 1).toArray();
        double[] expected = c.clone();
        for (int i = 0; i < M; i++) {
            for (int j = 0; j < N; j++) {
                for (int p = 0; p < K; p++) {
                    double first = a[11 + (left ? p * M + i : i * K + p)];
                    double second = b[3 + (right ? j * K + p : p * N + j)];
                    expected[13 + i * N + j] += first * second;
                }
            }
        }
        MatrixProducts.addProduct(left, a, 11, right, b, 3, M, K, N, c, 13);
        assertThat(c).containsExactly(expected, offset(1e-14));
    }

    @Test
    void whatDoesNotLieWithinItsArrayIsRefused() {
        assertThatThrownBy(() -> MatrixProducts.addProduct(false, a, 66, false, b, 0, M, K, N, new double[50], 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> MatrixProducts.addProduct(false, a, 0, false, b, 31, M, K, N, new double[50], 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> MatrixProducts.addProduct(false, a, 0, false, b, 0, M, K, N, new double[50], 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** The least of many calls: the virtual machine may allocate while it compiles. */
    @Test
    void warmProductsAllocateNothing() {
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] c = new double[M * N];
        long[] bytes = new long[100];
        Arrays.setAll(bytes, call -> {
            long before = thread.getCurrentThreadAllocatedBytes();
            for (int kind = 0; kind < 4; kind++) {
                MatrixProducts.addProduct((kind & 1) != 0, a, 11, (kind & 2) != 0, b, 3, M, K, N, c, 0);
            }
            return thread.getCurrentThreadAllocatedBytes() - before;
        });
        Arrays.sort(bytes);
        assertThat(bytes[50]).isZero();
    }
}
