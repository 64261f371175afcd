package org.cotangent.optim.trust;

import java.util.Optional;
import org.cotangent.optim.run.GradientJump;
import org.cotangent.optim.run.Journal;
import org.cotangent.optim.run.MovableEvaluation;
import org.cotangent.optim.run.Status;
import org.cotangent.optim.run.StopSignal;
import org.cotangent.optim.run.Vectors;
import org.cotangent.optim.run.Verdict;

/**
 * Tells a kink from a rounding floor or a minimum, where a run ends though the gradient is as steep as at the start: a
 * step down the slope, far too short to matter and long enough to show in the value, turns the gradient, which jumps on
 * the way, as it does not across a smooth valley however narrow.
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
     * The verdict itself, or that there is a kink; costs gradients, and those only where the gradient is steep.
     * A claim by the steps of a model, which knows no kinks, does not stand against it; any other does.
     *
     * @param probe buffers of a point, overwritten
     */
    static <E extends MovableEvaluation> Verdict orFloor(Verdict reason, E at, E probe, Journal journal) {
        boolean open = reason.status() == Status.ROUNDING_FLOOR
                || reason.status() == Status.LINE_SEARCH_FAILED
                || reason.status().converged();
        try {
            return open && journal.isSteep() && turns(at, probe) ? withoutModel(reason, journal) : reason;
        } catch (StopSignal signal) {
            // The budget does not allow a closer look.
            return reason;
        }
    }

    private static Verdict withoutModel(Verdict reason, Journal journal) {
        journal.modelStep(Double.NaN);
        Optional<Verdict> claim = reason.status() == Status.CONVERGED
                ? journal.judge().filter(verdict -> verdict.status().converged())
                : Optional.empty();
        return claim.orElseGet(() -> new Verdict(
                Status.NON_SMOOTH, "a step that leaves eight digits of the point as they are turns the gradient"));
    }

    /** Whether there is one beside a point; costs one gradient, and up to seventeen where it turns. */
    static <E extends MovableEvaluation> boolean turns(E at, E probe) {
        double slope = Vectors.norm(at.gradient());
        double length = SHORT * Vectors.norm(at.point());
        boolean visible = slope * length > VISIBLE * Math.ulp(at.value());
        if (!visible || Double.isInfinite(slope)) {
            return false;
        }
        double[] way = at.gradient().clone();
        Vectors.scale(-length / slope, way);
        Vectors.sum(at.point(), 1, way, probe.overwrite());
        return Vectors.distance(probe.gradient(), at.gradient()) >= LARGE * slope
                && GradientJump.isBetween(probe, at.point(), way);
    }
}
