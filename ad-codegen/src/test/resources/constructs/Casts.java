// Casts between all numeric types, where they round, cut and saturate.
// f: 3 in 0.6..0.9, 7, 12345678901 | rounded
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class Casts {
    @SuppressWarnings({"cast", "AD-TRUNCATION"})
    @Differentiable
    static double f(double[] x, int n, long m) {
        int cut = (int) (x[0] * 10);
        long longCut = (long) (-x[1] * 100);
        int wrapped = (int) m;
        double widened = m;
        float rounded = (float) widened;
        double third = (double) n / 3;
        int saturated = (int) 1e300;
        int nan = (int) (0.0 / 0.0);
        long large = (long) 1e19f;
        double back = (double) (float) x[2];
        double whole = (int) 3.99 + (long) -3.99;
        float ofInt = (float) n / 3;
        double same = (double) x[0];
        int sameInt = (int) n;
        return x[0] * x[1] * cut
                + longCut * x[2]
                + wrapped * 1e-9
                + widened * 1e-10 * x[0]
                + rounded * 1e-10
                + third * back
                + saturated * 1e-9
                + nan
                + large * 1e-18
                + whole * x[1]
                + ofInt
                + same * sameInt;
    }
}
