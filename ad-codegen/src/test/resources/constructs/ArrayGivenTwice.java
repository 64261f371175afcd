// One array given twice to a small helper that writes it.
// f: 3 in 0.5..1.5 | inlined
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ArrayGivenTwice {
    @Differentiable
    static double f(double[] x) {
        double[] a = x.clone();
        add(a, a);
        return a[0] * a[1] + a[2];
    }

    private static void add(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += b[a.length - 1 - i] * b[i];
        }
    }
}
