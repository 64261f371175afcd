// Values of matrices and cubes that the method overwrites, and of data that it works in.
// overwritten: 3x2 in -1..1, 4 in -1..1
// layers: 2x2x3 in -1..1, 1.5
// moved: 2 in -1..1, 2x2 in -1..1, 2x2 in -1..1
// movedWithin: 2x2 in -1..1, 2 in -1..1, 7
// overwrittenOften: 2 in -1..1, 2 in -1..1, 0.75, 7
// data: 0.5, 5 in -1..1, 3 in 0.5..1.5, out 9
package constructs;

import org.cotangent.ad.annotation.Differentiable;

final class JacobianOfArrays {
    @Differentiable(wrt = {"m", "x"})
    static double[] overwritten(double[][] m, double[] x) {
        for (double[] row : m) {
            row[0] = row[1] * x[0];
        }
        m[1][1] = Math.sin(m[0][0]) * x[3];
        return new double[] {m[0][0] * m[1][1], m[2][0] + x[1] * x[2]};
    }

    @Differentiable(wrt = {"cube", "scale"})
    static double[] layers(double[][][] cube, double scale) {
        cube[0][1][2] *= scale;
        cube[1][0] = cube[0][1];
        return new double[] {cube[1][0][2] * cube[0][0][0], cube[1][1][1] * cube[1][0][0], scale * cube[1][1][2]};
    }

    @Differentiable(wrt = {"z", "m"})
    static double[] moved(double[] z, double[][] m, double[][] data) {
        double y = z[0] * m[1][1] * m[0][0];
        double[] row = m[0];
        m[0] = m[1];
        m[1] = z;
        data[0] = row;
        data[1][0] = m[0][0];
        return new double[] {y + data[1][0], y * m[0][0] * m[1][0] + data[0][0] * row[1]};
    }

    @Differentiable(wrt = {"m", "z"})
    static double[] movedWithin(double[][] m, double[] z, int n) {
        double[] row = m[0];
        m[0] = m[1];
        m[1] = z;
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = m[i % 2][0] * row[1] + i * m[0][1] * m[1][1];
        }
        return values;
    }

    @Differentiable(wrt = {"x", "z", "a"})
    static double[] overwrittenOften(double[] x, double[] z, double a, int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            x[i % 2] *= z[1] * a;
            values[i] = x[0] * z[0] + x[1];
        }
        return values;
    }

    @Differentiable(wrt = {"a", "x"}, outputs = "out")
    static void data(double a, double[] x, double[] weights, double[] out) {
        for (int i = 0; i < out.length; i++) {
            double w = weights[i % 3];
            out[i] = Math.exp(a * w) * x[i % x.length];
            weights[i % 3] = 0.5 * w;
        }
    }
}
