package org.cotangent.optim.leastsquares;

import java.util.Objects;
import org.cotangent.ad.function.VectorFunction;
import org.cotangent.optim.run.Configured;
import org.cotangent.optim.run.Settings;

/**
 * Solves F(x) = 0 for as many equations as unknowns: minimizes ½‖F‖² within a trust region, which from
 * far away is safer than Newton's method, and ends with Newton's own steps. A minimum that is no root
 * is told from one. Immutable.
 */
public final class RootFinder implements Configured<RootFinder> {

    private final LeastSquaresMethod method;

    private RootFinder(LeastSquaresMethod method) {
        this.method = method;
    }

    /** By damped steps: Levenberg and Marquardt, Moré (1978). */
    public static RootFinder levenbergMarquardt() {
        return new RootFinder(LeastSquaresMethod.levenbergMarquardt());
    }

    /** By Powell's hybrid of Newton's and steepest descent steps (1970), with an exact Jacobian. */
    public static RootFinder hybrid() {
        return new RootFinder(LeastSquaresMethod.dogleg());
    }

    /** A copy that bounds its steps by these sizes, see {@link LeastSquaresMethod#typicalSizes}. */
    public RootFinder typicalSizes(double... typical) {
        return new RootFinder(method.typicalSizes(typical));
    }

    @Override
    public Settings settings() {
        return method.settings();
    }

    @Override
    public RootFinder with(Settings changed) {
        return new RootFinder(method.with(changed));
    }

    /**
     * Looks for a root.
     *
     * @param start first point, length n, not modified
     * @throws IllegalArgumentException if the system is not square or a length is wrong
     */
    public RootResult solve(VectorFunction system, double... start) {
        Objects.requireNonNull(system, "system is null, expected the function whose root is wanted");
        int n = system.inputDimension();
        if (system.outputDimension() != n) {
            throw new IllegalArgumentException("the system has " + system.outputDimension() + " equations for " + n
                    + " unknowns, expected as many; use a least-squares method otherwise");
        }
        LeastSquaresResult result = method.minimize(system, start);
        return new RootTest(system).judge(result, start);
    }
}
