package org.cotangent.optim.trust;

import org.cotangent.optim.run.Journal;
import org.cotangent.optim.run.MovableEvaluation;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StopSignal;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.run.Verdict;

/**
 * Tells a kink from a rounding floor, where a run ended without a claim though the gradient is as steep as at the
 * start: a step down the slope, far too short to matter and long enough to show in the value, turns the gradient.
 */
final class Kink {

    /** A step that leaves eight digits of the point as they are. */
    private static final double SHORT = Math.sqrt(Math.ulp(1.0));

    /** The part of the gradient by which it turns. */
    private static final double LARGE = 0.1;

    /** How many times the last bit of the value a fall has to be to show. */
    private static final double VISIBLE = 1e3;

    private Kink() {}

    /**
     * The verdict itself, or that there is a kink; costs one gradient.
     *
     * @param probe buffers of a point, overwritten
     */
    static <E extends MovableEvaluation> Verdict orFloor(Verdict reason, E at, E probe, Journal journal) {
        boolean floor = reason.status() == Status.ROUNDING_FLOOR;
        try {
            return floor && journal.isSteep() && turns(at, probe)
                    ? new Verdict(
                            Status.NON_SMOOTH,
                            "a step that leaves eight digits of the point as they are turns the gradient")
                    : reason;
        } catch (StopSignal signal) {
            // The budget does not allow a closer look.
            return reason;
        }
    }

    private static <E extends MovableEvaluation> boolean turns(E at, E probe) {
        double slope = Vectors.norm(at.gradient());
        double length = SHORT * Vectors.norm(at.point());
        boolean visible = slope * length > VISIBLE * Math.ulp(at.value());
        if (!visible || Double.isInfinite(slope)) {
            return false;
        }
        Vectors.sum(at.point(), -length / slope, at.gradient(), probe.overwrite());
        double[] change = new double[at.gradient().length];
        Vectors.sum(probe.gradient(), -1, at.gradient(), change);
        return Vectors.norm(change) >= LARGE * slope;
    }
}
