// Active values are sorted by themselves.
// f: {in 0.8..1, in 0.2..0.3, in 0.6..0.7, in 0..0.1, in 0.4..0.5}
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class BubbleSort {
    @Differentiable
    static double f(double[] x) {
        double[] a = x.clone();
        boolean swapped;
        do {
            swapped = false;
            for (int i = 0; i + 1 < a.length; i++) {
                if (a[i] > a[i + 1]) {
                    double t = a[i];
                    a[i] = a[i + 1];
                    a[i + 1] = t;
                    swapped = true;
                }
            }
        } while (swapped);
        return a[0] * a[4] + a[1] * a[1] * 3 + Math.sin(a[2]) * a[3];
    }
}
