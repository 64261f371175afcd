package org.cotangent.examples.downhill;

import java.util.ArrayList;
import java.util.List;
import org.cotangent.optim.run.Iterate;
import org.cotangent.optim.run.Observer;

/** Writes down where a minimizer of a function of two variables has been, and what it cost to get there. */
final class Trace implements Observer {

    /** What the start costs: the value and the gradient there, by one call. */
    private static final long FIRST_EVALUATION = 1;

    /**
     * An accepted point.
     *
     * @param evaluations spent until the point was accepted
     * @param gradientNorm Euclidean
     */
    record Stop(double x, double y, long evaluations, double gradientNorm) {}

    private final double[] start;
    private final List<Stop> stops = new ArrayList<>();

    /** @param start of the run, which observers are not called for; length 2, copied */
    Trace(double... start) {
        this.start = start.clone();
    }

    @Override
    public Decision accepted(Iterate iterate) {
        if (stops.isEmpty()) {
            stops.add(new Stop(start[0], start[1], FIRST_EVALUATION, iterate.firstGradientNorm()));
        }
        double[] point = iterate.point();
        stops.add(new Stop(point[0], point[1], iterate.counts().evaluations(), iterate.gradientNorm()));
        return Decision.CONTINUE;
    }

    /** The start and every accepted point, in order. */
    List<Stop> stops() {
        return List.copyOf(stops);
    }
}
