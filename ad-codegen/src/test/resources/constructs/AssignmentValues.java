// Assignments as values, chained and inside of expressions.
// f: 4 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class AssignmentValues {
    @Differentiable
    static double f(double[] x) {
        double a;
        double b;
        double c = a = b = x[0] * x[1];
        double d = (a = 2 * x[2]) * a + (b += x[3]) * b;
        double[] e = new double[4];
        int i = 1;
        e[i] = i = 2;
        e[i] = e[1] = x[0];
        int k;
        double f = x[k = 3] * e[k - 1];
        double[] g;
        double h = (g = e)[1] * g.length;
        return a + b * c + d + f * h;
    }
}
