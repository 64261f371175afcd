package org.cotangent.optim.leastsquares;

import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Text;

/** What a search for a root found. Immutable. */
public final class RootResult {

    private final LeastSquaresResult result;
    private final boolean root;

    RootResult(LeastSquaresResult result, boolean root) {
        this.result = result;
        this.root = root;
    }

    /** Whether F is 0 at the point, as far as rounding shows. */
    public boolean isRoot() {
        return root;
    }

    /** The root, or the best point, length n, a copy. */
    public double[] point() {
        return result.point();
    }

    /** F at the point, length n, a copy. */
    public double[] values() {
        return result.residuals();
    }

    /** The largest |Fᵢ|. */
    public double largestValue() {
        double largest = 0;
        for (double value : result.residuals()) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** CONVERGED at a root; NO_ROOT where ‖F‖ cannot fall any further but is not 0; else why the run ended. */
    public Status status() {
        if (root) {
            return Status.CONVERGED;
        }
        return result.converged() || result.status() == Status.ROUNDING_FLOOR ? Status.NO_ROOT : result.status();
    }

    /** The run that minimized ½‖F‖². */
    public Result result() {
        return result.result();
    }

    /** One line: what was found, and the run behind it. */
    public String summary() {
        return status().title() + ": largest |F| " + Text.of(largestValue()) + "; minimizing ‖F‖²: " + result.summary();
    }

    /** The summary and, unless it is a root, what to do next. */
    public String message() {
        return root ? summary() : summary() + ". Advice: " + status().advice() + ".";
    }

    @Override
    public String toString() {
        return summary();
    }
}
