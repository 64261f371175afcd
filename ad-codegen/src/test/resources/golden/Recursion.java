package golden;

import org.cotangent.ad.runtime.Generated;
import org.cotangent.ad.runtime.Workspace;

/**
 * The sample Recursion.
 */
@Generated("org.cotangent.codegen")
@SuppressWarnings("all")
public final class Recursion {
    private Recursion() {
    }

    /**
     * The procedure powerPlusSlope.
     */
    public static double powerPlusSlope(double a, int k, Workspace workspace) {
        double value = power(a, k, workspace);
        double derivative = workspace.real(1);
        return value + derivative;
    }

    private static double power(double x, int n, Workspace workspace) {
        if (n == 0) {
            workspace.setReal(1, 0);
            return 1;
        }
        double half = power(x, n / 2, workspace);
        double halfSlope = workspace.real(1);
        double y = half * half;
        double slope = 2 * half * halfSlope;
        if (n % 2 == 1) {
            slope = slope * x + y;
            y *= x;
        }
        workspace.setReal(1, slope);
        return y;
    }
}
