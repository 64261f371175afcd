package org.cotangent.ad.transform.fuzz;

/** The static methods behind {@link Externals}, as generated code calls them. */
public final class ExternalCode {

    private ExternalCode() {}

    public static double wave(double x) {
        return Math.sin(3 * x);
    }

    public static double waveSlope(double x) {
        return 3 * Math.cos(3 * x);
    }

    /** a·bⁿ. */
    public static double mixed(double a, double b, int n) {
        return a * Math.pow(b, n);
    }

    /** Σ xᵢ³. */
    public static double energy(double[] x) {
        double sum = 0;
        for (double e : x) {
            sum += e * e * e;
        }
        return sum;
    }

    /** Overwrites the adjoint of x. */
    public static void energyAdjoint(double[] x, double yBar, double[] xBar) {
        for (int i = 0; i < x.length; i++) {
            xBar[i] = 3 * x[i] * x[i] * yBar;
        }
    }

    /** z = s·x. */
    public static void scale(double s, double[] x, double[] z) {
        for (int i = 0; i < x.length; i++) {
            z[i] = s * x[i];
        }
    }

    /** The gradient by s, returned, and by x, added. */
    public static double scaleAdjoint(double s, double[] x, double[] xBar, double[] zBar) {
        double sBar = 0;
        for (int i = 0; i < x.length; i++) {
            sBar += x[i] * zBar[i];
            xBar[i] += s * zBar[i];
        }
        return sBar;
    }

    public static double swirl(double a, double b) {
        return Math.sin(a) * Math.cos(b);
    }

    public static void sway(double[] u) {
        for (int i = 0; i < u.length; i++) {
            u[i] = Math.sin(u[i]);
        }
    }

    public static void fan(double s, double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = Math.sin(s * (i + 1));
        }
    }

    /** Squares each element in place. */
    public static void square(double[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= a[i];
        }
    }

    /** The squares in a new array. */
    public static double[] squares(double[] x) {
        double[] r = x.clone();
        square(r);
        return r;
    }

    /** The squares of a matrix. */
    public static void squareMatrix(double[][] m, double[][] z) {
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[i].length; j++) {
                z[i][j] = m[i][j] * m[i][j];
            }
        }
    }
}
