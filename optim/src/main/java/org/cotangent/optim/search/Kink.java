package org.cotangent.optim.search;

import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.StopSignal;
import org.cotangent.optim.run.Vectors;

/**
 * Tells after a failed search whether the function has a kink at its origin: so near that a smooth
 * function would have the same slope, it rises as steeply as it was to fall, and no less steeply half-way, as it would
 * in a smooth valley however narrow. Costs one gradient, and another where that says so.
 */
final class Kink {

    /** Half the digits of the point. */
    private static final double NEAR = Math.sqrt(Math.ulp(1.0));

    /** A change of so many units in the last place is more than rounding. */
    private static final double VISIBLE = 8;

    /** A departure from the mean of both ends half-way, as a part of the change, that no quadratic makes; a kink makes half. */
    private static final double UNEVEN = 0.1;

    private final Ray ray;
    private final Heading heading;

    Kink(Ray ray, Heading heading) {
        this.ray = ray;
        this.heading = heading;
    }

    /**
     * A better diagnosis than that of the trials alone, if there is one.
     *
     * @param steep whether the gradient is as large as at the start; where it has shrunk, a short
     *     step may cross a smooth valley
     */
    Diagnosis refine(Diagnosis diagnosis, boolean steep) {
        boolean open = diagnosis == Diagnosis.INCONSISTENT_GRADIENT
                || (steep && diagnosis == Diagnosis.ROUNDING_FLOOR)
                || (steep && diagnosis == Diagnosis.TOO_MANY_TRIALS);
        try {
            return open && isHere() ? Diagnosis.KINK : diagnosis;
        } catch (StopSignal signal) {
            // The budget ended with the search; what its trials show is an answer too.
            return diagnosis;
        }
    }

    private boolean isHere() {
        double size = Math.max(1, Vectors.largest(ray.origin().point()));
        double t = NEAR * size / Vectors.largest(heading.vector());
        boolean visible = -ray.slope() * t > VISIBLE * Math.ulp(ray.origin().value());
        if (!visible || !(t < ray.longest())) {
            return false;
        }
        Evaluation beside = ray.at(t);
        double slope = ray.slopeAt(beside);
        boolean rises =
                slope >= -ray.slope() / 2 && beside.value() >= ray.origin().value();
        ray.release(beside);
        return rises && isUneven(t, slope);
    }

    private boolean isUneven(double t, double slope) {
        Evaluation between = ray.at(t / 2);
        double departure = ray.slopeAt(between) - (ray.slope() + slope) / 2;
        ray.release(between);
        return Math.abs(departure) > UNEVEN * (slope - ray.slope());
    }
}
