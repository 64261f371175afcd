package org.cotangent.optim.leastsquares;

import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.Text;

/** What a search for a root found. Immutable. */
public final class RootResult {

    private final LeastSquaresResult result;
    private final boolean root;
    private final String hidden;

    /**
     * A result.
     *
     * @param hidden what to do if equations are not met that did not count beside others; else empty
     */
    RootResult(LeastSquaresResult result, boolean root, String hidden) {
        this.result = result;
        this.root = root;
        this.hidden = hidden;
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

    /**
     * CONVERGED at a root; NO_ROOT where ‖F‖ cannot fall any further but is not 0; ROUNDING_FLOOR where it is 0 to
     * rounding beside the largest equations, but smaller ones are not met; else why the run ended.
     */
    public Status status() {
        if (root) {
            return Status.CONVERGED;
        }
        if (!hidden.isEmpty()) {
            return Status.ROUNDING_FLOOR;
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
        return root ? summary() : summary() + ". Advice: " + (hidden.isEmpty() ? status().advice() : hidden) + ".";
    }

    @Override
    public String toString() {
        return summary();
    }
}
