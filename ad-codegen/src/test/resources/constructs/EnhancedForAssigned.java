// The variable of an enhanced loop is assigned, the array changed while it is walked.
// f: 4 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class EnhancedForAssigned {
    @Differentiable
    static double f(double[] x) {
        double[] a = x.clone();
        double y = 0;
        int i = 0;
        for (double e : a) {
            e = e * e;
            if (i + 1 < a.length) {
                a[i + 1] += e;
            }
            i++;
            y += e;
        }
        double[] walked = a;
        for (double e : walked) {
            walked = x;
            y += e * walked[0];
        }
        return y;
    }
}
