// Helpers of every type of parameter and result.
// f: 3 in 0.5..1.5, 5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class HelperTypes {
    @Differentiable
    static double f(double[] x, int n) {
        int index = index(x, n);
        long large = large(n, true);
        boolean flag = isEven(large);
        int[] order = order(x.length);
        return x[index] * x[order[0]] * (flag ? 2 : 3) + large * x[1] * 1e-9;
    }

    private static int index(double[] x, int n) {
        return n % x.length;
    }

    private static long large(int n, boolean doubled) {
        return (doubled ? 2L : 1L) * n * 1_000_000_000L;
    }

    private static boolean isEven(long n) {
        return (n & 1) == 0;
    }

    private static int[] order(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = n - 1 - i;
        }
        return order;
    }
}
