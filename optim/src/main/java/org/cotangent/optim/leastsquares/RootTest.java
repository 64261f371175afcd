package org.cotangent.optim.leastsquares;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Text;
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

    /** What the run came to. */
    RootResult judge(LeastSquaresResult result, double[] start) {
        boolean rests = result.converged()
                || result.status() == Status.ROUNDING_FLOOR
                || result.status() == Status.LINE_SEARCH_FAILED;
        if (!rests || !Vectors.isFinite(result.residuals())) {
            return new RootResult(result, false, "");
        }
        double smallest = NOTHING * (Vectors.largest(result.point()) + Vectors.largest(start));
        double[] here = terms(result.point(), smallest);
        double[] there = terms(start, smallest);
        double[] values = result.residuals();
        int[] open = IntStream.range(0, values.length)
                .filter(i -> !(Math.abs(values[i]) <= NOTHING * (here[i] + NOTHING * there[i])))
                .toArray();
        boolean root = open.length == 0 && result.status() != Status.LINE_SEARCH_FAILED;
        return new RootResult(result, root, hidden(open, here, values));
    }

    /** What to do where all equations that are not met vanish in the sum of squares beside the rounding of others. */
    private static String hidden(int[] open, double[] terms, double[] values) {
        double largest = Vectors.largest(terms);
        boolean hidden =
                Arrays.stream(open).allMatch(i -> Math.max(terms[i], Math.abs(values[i])) <= NOTHING * largest);
        return open.length == 0 || !hidden
                ? ""
                : "the terms of equation " + open[0] + ", " + Text.of(terms[open[0]]) + ", do not count beside "
                        + Text.of(largest) + " of another one: divide every equation by the size of its terms";
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
