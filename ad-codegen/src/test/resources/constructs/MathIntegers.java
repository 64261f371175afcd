// The methods of Math on ints and longs.
// f: in 0.5..1.5, -7, 3, -70000000000
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class MathIntegers {
    @Differentiable
    static double f(double x, int a, int b, long c) {
        int i = Math.abs(a) * Math.max(a, b) - Math.min(a, b) + Math.floorDiv(a, b) * Math.floorMod(a, b);
        long l = Math.abs(c) / 1000000 + Math.max(c, a) % 100 + Math.min(c, b) % 7;
        l += Math.floorDiv(c, (long) b) % 1000 + Math.floorMod(c, 7L) + StrictMath.abs(a) + StrictMath.max(c, 3L);
        return x * x * i + l * x * 1e-3 + StrictMath.floorMod(a, b) * Math.floorDiv(c, b) * 1e-9 * x;
    }
}
