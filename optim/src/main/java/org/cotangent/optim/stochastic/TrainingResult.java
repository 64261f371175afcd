package org.cotangent.optim.stochastic;

import org.cotangent.optim.run.Result;
import org.cotangent.optim.run.Status;

/** What a run over examples found. Immutable. */
public final class TrainingResult {

    private final Result result;
    private final TrainingHistory history;
    private final double[] lastPoint;
    private final long updates;
    private final long skipped;
    private final double passes;

    TrainingResult(
            Result result, TrainingHistory history, double[] lastPoint, long updates, long skipped, double passes) {
        this.result = result;
        this.history = history;
        this.lastPoint = lastPoint;
        this.updates = updates;
        this.skipped = skipped;
        this.passes = passes;
    }

    /** The best point that was measured, with value and gradient over all examples, status, advice and counts. */
    public Result result() {
        return result;
    }

    /** The best point that was measured, length n, a copy. */
    public double[] point() {
        return result.point();
    }

    /** The mean over all examples there. */
    public double value() {
        return result.value();
    }

    /** Why the run ended. */
    public Status status() {
        return result.status();
    }

    /** Whether the stated criterion holds at the point. */
    public boolean converged() {
        return result.converged();
    }

    /** Loss and gradient norm by epoch, with what was spent. */
    public TrainingHistory history() {
        return history;
    }

    /** Where the last update led, measured or not, or the mean that stands for it; length n, a copy. */
    public double[] lastPoint() {
        return lastPoint.clone();
    }

    /** Updates, those skipped included. */
    public long updates() {
        return updates;
    }

    /** Updates that were left out because their gradient was not finite. */
    public long skipped() {
        return skipped;
    }

    /** How often all data were visited by estimates and products; measurements come on top, one a row of the history. */
    public double passes() {
        return passes;
    }

    /** One line. */
    public String summary() {
        return result.summary();
    }

    /** The summary and what follows from it. */
    public String message() {
        return result.message();
    }

    @Override
    public String toString() {
        return summary();
    }
}
