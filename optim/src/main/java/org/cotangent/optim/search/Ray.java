package org.cotangent.optim.search;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.ad.function.DifferentiableFunction;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Stateful;
import org.cotangent.optim.run.Vectors;

/** The straight path x + t d, on a small stock of buffers that goes from search to search. */
final class Ray implements Path, Stateful {

    /**
     * A point this many times larger than the start means that no minimum is near (as the stpmax of
     * Moré, Thuente 1994).
     */
    private static final double LARGEST_RELATIVE_POINT = 1e20;

    private final DifferentiableFunction function;
    private final Heading heading;
    private double largestPoint;
    private final List<FunctionEvaluation> spare = new ArrayList<>();
    private final List<FunctionEvaluation> trials = new ArrayList<>();
    private Evaluation origin;
    private final StepRule.Accepted accepted;
    private double slope;
    private double longest;
    private boolean fellForEver;

    Ray(DifferentiableFunction function, Heading heading, Evaluation origin) {
        this.function = function;
        this.heading = heading;
        this.origin = origin;
        accepted = new StepRule.Accepted(0, origin);
        largestPoint = LARGEST_RELATIVE_POINT * Math.max(1, Vectors.largest(origin.point()));
    }

    /** Only what outlives a search. */
    @Override
    public void exchange(State state) {
        largestPoint = state.number(largestPoint);
        fellForEver = state.flag(fellForEver);
    }

    /** Points the ray from another origin along the heading as it is now. */
    void aim(Evaluation from) {
        origin = from;
        slope = heading.slope(from.gradient());
        longest = largestPoint / Vectors.largest(heading.vector());
    }

    /** Ends a search: all trials but the accepted one become spare. */
    void settle(StepRule.Outcome outcome) {
        for (int i = 0; i < trials.size(); i++) {
            FunctionEvaluation trial = trials.get(i);
            note(trial);
            if (!(outcome instanceof StepRule.Accepted taken) || trial != taken.evaluation()) {
                spare.add(trial);
            }
        }
        trials.clear();
    }

    private void note(FunctionEvaluation trial) {
        fellForEver |= trial.isKnownToBe(Double.NEGATIVE_INFINITY);
    }

    /** Whether a trial of this run had the value minus infinity. */
    boolean fellForEver() {
        return fellForEver;
    }

    /** Takes back buffers that were an iterate. */
    void recycle(Evaluation retired) {
        if (retired instanceof FunctionEvaluation buffers) {
            spare.add(buffers);
        }
    }

    @Override
    public Evaluation origin() {
        return origin;
    }

    @Override
    public double slope() {
        return slope;
    }

    @Override
    public double longest() {
        return longest;
    }

    @Override
    public Evaluation at(double t) {
        FunctionEvaluation trial = spare.isEmpty() ? new FunctionEvaluation(function) : spare.remove(spare.size() - 1);
        trials.add(trial);
        Vectors.sum(origin.point(), t, heading.vector(), trial.overwrite());
        return trial;
    }

    @Override
    public double slopeAt(Evaluation trial) {
        return heading.slope(trial.gradient());
    }

    @Override
    public double promised(Evaluation trial, double t) {
        return t * slope;
    }

    @Override
    public StepRule.Outcome accept(double t, Evaluation trial) {
        return accepted.renew(t, trial);
    }

    @Override
    public void release(Evaluation trial) {
        if (trial instanceof FunctionEvaluation buffers && trials.remove(buffers)) {
            note(buffers);
            spare.add(buffers);
        }
    }
}
