// Conditional expressions that give arrays and records, assigned into and read.
// f: 3 in 0.5..1.5, true
// f: 3 in 0.5..1.5, false
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class TernaryArrays {
    record Pair(double a, double b) {}

    @Differentiable
    static double f(double[] x, boolean flag) {
        double[] a = x.clone();
        double[] b = {x[2], x[0] * x[1], 1};
        double[] c = flag ? a : b;
        c[0] *= 3;
        (flag ? b : a)[1] += c[0];
        double y = 0;
        for (double e : flag ? b : c) {
            y += e * e;
        }
        for (int i = 0; i < (flag ? a : b).length; i++) {
            y *= c[i];
        }
        Pair p = new Pair(y, x[0]);
        Pair q = flag ? p : new Pair(p.b(), p.a() * 2);
        p = !flag ? q : new Pair(q.b(), p.a());
        return p.a() * 3 + q.b() * p.b() + (flag ? 1 : 2.5f) * x[0] + a[1];
    }
}
