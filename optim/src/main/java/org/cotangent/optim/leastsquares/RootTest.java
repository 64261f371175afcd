package org.cotangent.optim.leastsquares;

import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Vectors;

/**
 * Tells roots from minima of ‖F‖ that are none, where a run came to rest. At a root every |Fᵢ| is
 * nothing beside Σ |Jᵢⱼ xⱼ|, the terms that cancel there; at another stationary point the Jacobian is
 * singular and ‖F‖ far above. Where J vanishes too, at multiple roots, the terms at the start are the measure.
 */
final class RootTest {

    /** Half the digits: far above the rounding of F, and far below what a singular Jacobian leaves. */
    private static final double NOTHING = Math.sqrt(Math.ulp(1.0));

    private final VectorFunction system;

    RootTest(VectorFunction system) {
        this.system = system;
    }

    boolean accepts(LeastSquaresResult result, double[] start) {
        if (!result.converged() && result.status() != Status.ROUNDING_FLOOR) {
            return false;
        }
        double[] values = result.residuals();
        double smallest = NOTHING * (Vectors.largest(result.point()) + Vectors.largest(start));
        double[] here = terms(result.point(), smallest);
        double[] there = terms(start, smallest);
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= NOTHING * (here[i] + NOTHING * there[i]))) {
                return false;
            }
        }
        return true;
    }

    /** Σ |Jᵢⱼ| max(|xⱼ|, smallest) for every equation: an unknown may be 0. */
    private double[] terms(double[] x, double smallest) {
        int n = x.length;
        double[] values = new double[n];
        double[] jacobian = new double[Math.multiplyExact(n, n)];
        system.jacobian(x, values, jacobian);
        double[] terms = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                terms[i] += Math.abs(jacobian[i * n + j]) * Math.max(Math.abs(x[j]), smallest);
            }
        }
        return terms;
    }
}
