package org.cotangent.optim.search;

import java.util.function.Supplier;
import org.cotangent.optim.run.Evaluation;
import org.cotangent.optim.run.FunctionEvaluation;
import org.cotangent.optim.run.GradientJump;
import org.cotangent.optim.run.StopSignal;
import org.cotangent.optim.run.Vectors;

/**
 * Tells after a failed search whether the function has a kink at its origin: so near that a smooth
 * function would have the same slope, it rises as steeply as it was to fall, and the gradient jumps on the way, as it
 * does not in a smooth valley however narrow. Costs one gradient, and up to seventeen where that says so.
 */
final class Kink {

    /** Half the digits of the point. */
    private static final double NEAR = Math.sqrt(Math.ulp(1.0));

    /** A change of so many units in the last place is more than rounding. */
    private static final double VISIBLE = 8;

    private final Ray ray;
    private final Heading heading;
    private final Supplier<FunctionEvaluation> blanks;

    /** After a search; the blanks are for other points. */
    Kink(Ray ray, Heading heading, Supplier<FunctionEvaluation> blanks) {
        this.ray = ray;
        this.heading = heading;
        this.blanks = blanks;
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
        return rises && jumps(t);
    }

    private boolean jumps(double t) {
        double[] way = heading.vector().clone();
        Vectors.scale(t, way);
        return GradientJump.isBetween(blanks.get(), ray.origin().point(), way);
    }
}
