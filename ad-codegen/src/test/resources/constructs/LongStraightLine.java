// Many statements without a loop.
// f: 4 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class LongStraightLine {
    @Differentiable
    static double f(double[] x) {
        double a = x[0], b = x[1], c = x[2], d = x[3];
        a += b * c;
        b -= c * d * 0.1;
        c *= a * 0.5;
        d = Math.sin(a + b);
        a = a * d + b;
        b = Math.exp(-b * b) * c;
        c = a / (1 + b * b);
        d += c * a;
        double e = a * b + c * d;
        double g = e * e - a;
        a = Math.atan(g) + b;
        b = Math.hypot(a, c);
        c = Math.log(1 + b * b);
        d = d * c - a * b;
        e = Math.cbrt(e + 3);
        g = Math.pow(b, 1.5) + g;
        return a * b * c + d * e - g;
    }
}
