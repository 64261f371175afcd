// AD-RULE 16: method scale has rules for its derivative and reads its output x before it assigns it, expected that
// AD-RULE 27: expected that nothing depends on what that held; take what it held as an argument of its own
// AD-RULE 38: reads its output m before it assigns it
// AD-RULE 50: reads its output x before it assigns it
package bad;

import org.cotangent.ad.annotation.DerivativeOf;

/** Routines that work in place. */
final class RoutineInPlace {
    private RoutineInPlace() {}

    static void scale(double[] x, double f) {
        double n = x.length;
        for (int i = 0; i < n; i++) {
            x[i] *= f;
        }
    }

    @DerivativeOf(method = "scale", outputs = "x")
    static void scaleTangent(double[] x, double f, double fDot, double[] xDot) {
        xDot[0] = fDot * x[0] / f;
    }

    static void square(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] * x[i];
        }
    }

    @DerivativeOf(method = "square", outputs = "x")
    static void squareTangent(double[] xDot) {
        xDot[0] = 0;
    }

    static void swap(double[][] m) {
        for (int i = 0; i < m.length; i++) {
            double t = m[i][0];
            m[i][0] = m[i][1];
            m[i][1] = t;
        }
    }

    @DerivativeOf(method = "swap", outputs = "m")
    static void swapTangent(double[][] mDot) {
        mDot[0][0] = 0;
    }

    static double first(double[] x) {
        double y = 2 * x[0];
        x[0] = 1;
        return y;
    }

    @DerivativeOf(method = "first", outputs = "x")
    static double firstTangent(double[] xDot) {
        xDot[0] = 0;
        return 0;
    }
}
