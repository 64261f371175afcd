// Brackets behind names, several ranks in one declaration, lengths of what has no name.
// f: 3 in 0.5..1.5
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class ArrayDeclarations {
    @Differentiable
    static double f(double x[]) {
        double a[] = {x[0], x[1]}, b = x[2], c[][] = {{x[0]}, {b, x[1]}};
        double[] rows[] = new double[2][], row;
        row = rows[1] = c[1];
        rows[0] = new double[] {1, b};
        double[][][] cube = {{{x[0], 1}, {}}, {a, c[0], rows[0]}};
        double[][][] holes = new double[2][3][];
        holes[1][2] = a;
        holes[1][2][0] *= 2;
        int n = new double[4].length + new int[] {1, 2}.length + make(x, 3).length + cube[1].length + holes.length;
        return cube[1][0][0] * make(x, 2)[1] + row[0] * n + cube[0][0][0] * cube[1][2][1] + holes[1][2][1] * a[0];
    }

    private static double[] make(double[] x, int n) {
        double made[] = new double[n];
        made[n - 1] = x[0] * x[1];
        return made;
    }
}
