// Components computed from each other, before and after effects.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class RecordOrder {
    record Pair(double a, double b) {}

    record Deep(Pair first, double[] data) {}

    @Differentiable
    static double f(double[] x) {
        double[] d = x.clone();
        Pair p = new Pair(x[0], x[1]);
        p = new Pair(p.b() * 2, p.a());
        Pair q = new Pair(d[0], bump(d));
        Pair r = new Pair(bump(d), d[0]);
        Deep deep = new Deep(p, d);
        deep = new Deep(new Pair(deep.first().b(), deep.first().a() * deep.data()[1]), deep.data());
        double y = p.a() + (p = q).b() * p.a();
        deep.data()[2] *= y;
        return y * deep.first().a() + deep.first().b() * r.a() + r.b() * d[2] + swapped(new Pair(y, x[0])).a();
    }

    private static double bump(double[] a) {
        a[0] *= 1.5;
        return a[0] * a[1];
    }

    private static Pair swapped(Pair p) {
        p = new Pair(p.b(), p.a());
        return p;
    }
}
