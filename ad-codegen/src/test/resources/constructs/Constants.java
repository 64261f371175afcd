// Compile-time constants, of the class and of others.
// f: in 0.5..2
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Constants {
    static final double RATE = 0.25;
    private static final double HIDDEN = 2 * RATE + Math.PI;
    private static final int COUNT = 1 << 3;
    private static final long LARGE = 1L << 40;
    private static final boolean SQUARED = true;
    private static final float COARSE = 0.1f;

    @Differentiable
    static double f(double x) {
        double y = SQUARED ? x * x : x;
        y += HIDDEN * x + COUNT;
        y *= LARGE / (double) Integer.MAX_VALUE;
        return y * Math.E + COARSE * x + Double.MIN_NORMAL + Limits.LOW * x;
    }

    private static final class Limits {
        private static final double LOW = -1.5e-1;
    }
}
