// Records made, copied and taken apart in the method.
// f: 4 in -1..1
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class RecordLocals {
    record Complex(double re, double im) {}

    @Differentiable
    static double f(double[] x) {
        Complex a = new Complex(x[0], x[1]);
        Complex b = new Complex(x[2], x[3]);
        Complex product = new Complex(a.re() * b.re() - a.im() * b.im(), a.re() * b.im() + a.im() * b.re());
        Complex kept = a;
        a = product;
        for (int i = 0; i < 3; i++) {
            a = new Complex(a.re() * kept.re(), a.im() + kept.im() * a.re());
        }
        return a.re() * a.re() + a.im();
    }
}
