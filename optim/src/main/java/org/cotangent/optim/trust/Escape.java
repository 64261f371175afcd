package org.cotangent.optim.trust;

import org.cotangent.optim.run.State;
import org.cotangent.optim.run.Vectors;

/** The way out of a saddle: steps along a direction of negative curvature until one is taken. */
final class Escape {

    private double[] direction = {};
    private double curvature;

    boolean isUnderway() {
        return direction.length > 0;
    }

    /** Begins, along a direction of norm 1 that is kept. */
    void begin(double[] downwards, double itsCurvature) {
        direction = downwards;
        curvature = itsCurvature;
    }

    void end() {
        direction = new double[0];
    }

    /** The step along it to the end of the region. */
    void propose(double[] scale, double[] gradient, double radius, TrustStep step) {
        double length = radius / Place.scaledNorm(scale, direction);
        System.arraycopy(direction, 0, step.vector(), 0, direction.length);
        Vectors.scale(length, step.vector());
        double slope = Vectors.dot(gradient, step.vector());
        step.set(radius, -slope - curvature * length * length / 2, slope, true);
    }

    void exchange(State state) {
        direction = state.array(direction);
        curvature = state.number(curvature);
    }
}
