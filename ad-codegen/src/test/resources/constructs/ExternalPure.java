// Methods of the JDK that see data only.
// f: 3 in 0.5..1.5, 43, -7 | external
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ExternalPure {
    @Differentiable
    static double f(double[] x, int n, int m) {
        int bits = Integer.bitCount(n);
        int mod = Math.floorMod(m, x.length);
        long reversed = Long.reverse(n) >>> 40;
        int compared = Integer.compare(n, m) + Integer.signum(m);
        boolean finite = Double.isFinite(n * 0.5);
        int largest = Integer.max(n, m);
        return x[mod] * bits * x[0] + reversed * 1e-6 * x[1] + compared * x[2] + (finite ? x[0] : 0) + largest * x[1];
    }
}
